"""The agent's entry point: `python -m agent_container.agent start`."""

from collections.abc import Callable
from functools import partial

from livekit.agents import Agent, AgentServer, AgentSession, JobContext, JobExecutorType, cli
from livekit.agents.types import NOT_GIVEN
from livekit.agents.voice.room_io import AudioInputOptions, RoomOptions

from agent_container.admission import admit
from agent_container.behaviors import (
    admit_deafness,
    answer_typed_messages,
    end_with_the_room,
    fail_when_broken,
    greet_the_person,
    measure_turns,
    record_messages,
    wait_for_a_return,
)
from agent_container.history import chat_history
from agent_container.message_writer import MessageWriter
from agent_container.readiness import Readiness, prewarm, readiness_of
from agent_container.settings import AgentSettings, settings_from_environment
from agent_container.talk import Talk
from agent_container.turn_taking import ECHO_CANCELLATION_WARMUP_S, turn_handling
from echosphere.bootstrap import agent_ports
from echosphere.domain.session import Session
from echosphere.ports import Ports
from echosphere.services.record_message import record_message

DRAIN_S = 120  # seconds that a running talk has left when the agent is replaced; then ECS kills
JOB_END_S = 20.0
HEARING_HZ = 16_000
CLOSING_WORDS_S = 0.5  # how long a talk that ends waits for its last words to be recognised
PREWARM_S = 60.0  # on a laptop whose disk is cold


def make_server(
    settings: AgentSettings,
    *,
    open_ports: Callable[[], Ports] = agent_ports,
    executor: JobExecutorType = JobExecutorType.PROCESS,
) -> AgentServer:
    server = AgentServer(
        ws_url=settings.livekit_url,
        api_key=settings.livekit_api_key,
        api_secret=settings.livekit_api_secret,
        host=settings.agent_health_host,
        port=settings.agent_health_port,
        setup_fnc=partial(prewarm, settings=settings, open_ports=open_ports),
        num_idle_processes=settings.idle_processes,
        job_executor_type=executor,
        load_fnc=partial(share_of_talks, limit=settings.talks_at_once),
        load_threshold=1.0,
        initialize_process_timeout=PREWARM_S,
        drain_timeout=DRAIN_S,
        shutdown_process_timeout=JOB_END_S,
    )
    server.rtc_session(hold_talk, agent_name=settings.agent_name)
    return server


def share_of_talks(server: AgentServer, *, limit: int) -> float:
    """1.0 is full. Counted, because the processor's load on a laptop says more about its owner than about us."""
    return len(server.active_jobs) / limit


async def hold_talk(job: JobContext) -> None:
    ready = readiness_of(job.proc)
    admitted = await admit(job.job.metadata, ports=ready.ports, bridge=ready.bridge)
    if admitted is None:
        await job.delete_room()
        job.shutdown("no such talk")
        return

    session = admitted.session
    talk = Talk(
        session=session,
        is_return=admitted.is_return,
        job=job,
        ready=ready,
        agent_session=make_agent_session(ready, session),
        messages=MessageWriter(lambda message: ready.bridge.run(record_message, ready.ports, message)),
    )
    record_messages.attach(talk)
    measure_turns.attach(talk)
    fail_when_broken.attach(talk)
    end_with_the_room.attach(talk)
    await job.connect()
    await talk.agent_session.start(
        Agent(instructions=talk.words("instructions"), chat_ctx=await chat_history(talk)),
        room=job.room,
        room_options=room_options(session),
        record=False,
        session_host=False,
    )
    greet_the_person.attach(talk)
    answer_typed_messages.attach(talk)
    admit_deafness.attach(talk)
    wait_for_a_return.attach(talk)


def room_options(session: Session) -> RoomOptions:
    return RoomOptions(
        participant_identity=session.participant_identity,
        audio_input=AudioInputOptions(sample_rate=HEARING_HZ, auto_gain_control=False),
        close_on_disconnect=False,  # `wait_for_a_return` decides
    )


def make_agent_session(ready: Readiness, session: Session) -> AgentSession[None]:
    recogniser = ready.providers.recogniser(session.language)
    return AgentSession(
        stt=recogniser or NOT_GIVEN,
        vad=ready.vad,
        llm=ready.providers.brain(session.language),
        tts=ready.providers.voice(session.language),
        turn_handling=turn_handling(ready.settings, is_heard=recogniser is not None),
        aec_warmup_duration=ECHO_CANCELLATION_WARMUP_S,
        user_away_timeout=None,
        session_close_transcript_timeout=CLOSING_WORDS_S,
    )


if __name__ == "__main__":
    cli.run_app(make_server(settings_from_environment()))
