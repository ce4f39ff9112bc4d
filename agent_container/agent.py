"""The agent's entry point: `python -m agent_container.agent start`."""

import warnings
from contextlib import nullcontext

from livekit.agents import AgentSession, JobContext, cli
from livekit.agents.types import NOT_GIVEN
from livekit.agents.voice.room_io import AudioInputOptions, RoomOptions

from agent_container.admission import admit
from agent_container.behaviors import (
    admit_deafness,
    answer_typed_messages,
    begin_with_the_person,
    check_in_when_silent,
    end_at_the_limit,
    end_with_the_room,
    fail_when_broken,
    give_way,
    greet_the_person,
    hear_early_words,
    hear_guests,
    measure_the_way,
    measure_turns,
    measure_usage,
    never_dead_air,
    record_messages,
    say_who_serves,
    show_signs_of_life,
    stay_audible,
    tell_figures,
    trace_talk,
    wait_for_a_return,
)
from agent_container.connections import CONNECTIONS
from agent_container.history import chat_history
from agent_container.message_writer import MessageWriter
from agent_container.readiness import Readiness, readiness_of
from agent_container.records import write_down
from agent_container.server import make_server
from agent_container.settings import settings_from_environment
from agent_container.talk import Talk
from agent_container.talking_agent import TalkingAgent
from agent_container.turn_taking import ECHO_CANCELLATION_WARMUP_S, turn_handling
from agent_container.workers.nursery import a_nursery
from echosphere.domain.session import Session

CLOSING_WORDS_S = 0.5  # how long a talk that ends waits for its last words to be recognised
HEARING_HZ = 16_000  # what recognisers and the voice activity detector want


async def hold_talk(job: JobContext) -> None:
    ready = readiness_of(job.proc)
    admitted = await admit(job.job.metadata, ports=ready.ports, bridge=ready.bridge)
    if admitted is None:
        await job.delete_room()
        job.shutdown("no such talk")
        return

    session = admitted.session
    trace_talk.attach(job, ready.tracing, session)
    talk = Talk(
        session=session,
        persona=admitted.persona,
        is_return=admitted.is_return,
        job=job,
        ready=ready,
        agent_session=make_agent_session(ready, session),
        messages=MessageWriter(lambda record: ready.bridge.run(write_down, ready.ports, record)),
    )
    record_messages.attach(talk)
    measure_the_way.attach(talk)
    measure_turns.attach(talk)
    measure_usage.attach(talk)
    tell_figures.attach(talk)
    fail_when_broken.attach(talk)
    end_with_the_room.attach(talk)
    early_words = hear_early_words.EarlyWords(job.room)
    await job.connect()
    if give_way.gives_way(talk):
        return
    say_who_serves.attach(talk)
    begin_with_the_person.attach(talk)
    await talk.agent_session.start(
        TalkingAgent(talk, await chat_history(talk)),
        room=job.room,
        room_options=room_options(session),
        record=False,
        session_host=False,
    )
    early_words.hand_over(talk)
    show_signs_of_life.attach(talk)
    stay_audible.attach(talk)
    greet_the_person.attach(talk)
    never_dead_air.attach(talk)
    answer_typed_messages.attach(talk)
    hear_guests.attach(talk)
    admit_deafness.attach(talk)
    wait_for_a_return.attach(talk)
    check_in_when_silent.attach(talk)
    end_at_the_limit.attach(talk)


def room_options(session: Session) -> RoomOptions:
    return RoomOptions(
        participant_identity=session.participant_identity,
        audio_input=AudioInputOptions(sample_rate=HEARING_HZ, auto_gain_control=False),
        text_input=False,  # `answer_typed_messages` takes everybody's
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
        user_away_timeout=None,  # `check_in_when_silent` does more
        transcription_timeout=never_dead_air.NOT_HEARD_S,
        conn_options=CONNECTIONS,
        session_close_transcript_timeout=CLOSING_WORDS_S,
    )


if __name__ == "__main__":
    # LiveKit's own command line is announced to move; until it does, nobody needs to read so at every start.
    warnings.filterwarnings("ignore", message="the built-in Python CLI is deprecated", category=DeprecationWarning)
    settings = settings_from_environment()
    with a_nursery() if "local" in settings.chosen else nullcontext():
        cli.run_app(make_server(hold_talk, settings))
