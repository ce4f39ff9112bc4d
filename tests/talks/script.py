"""A talk on virtual time: LiveKit's own AgentSession and all our behaviours, around parts that follow a script."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

from livekit.agents import AgentSession, JobContext, llm, stt
from livekit.agents.vad import VADEventType
from livekit.agents.voice.transcription import TranscriptSynchronizer

from agent_container.audience import LISTENING
from agent_container.behaviors import (
    begin_with_the_person,
    check_in_when_silent,
    end_at_the_limit,
    fail_when_broken,
    greet_the_person,
    measure_turns,
    measure_usage,
    never_dead_air,
    record_messages,
    trace_talk,
    wait_for_a_return,
)
from agent_container.behaviors.answer_typed_messages import answer_typed_message
from agent_container.bridge import Bridge
from agent_container.connections import CONNECTIONS
from agent_container.figures.teller import Teller
from agent_container.message_writer import MessageWriter
from agent_container.readiness import Readiness
from agent_container.records import write_down
from agent_container.settings import AgentSettings
from agent_container.talk import Talk
from agent_container.talking_agent import TalkingAgent
from agent_container.tracing import Tracing
from agent_container.turn_taking import turn_handling
from echosphere.adapters.memory import memory_ports
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.language import Language
from echosphere.domain.message import Message
from echosphere.domain.persona import built_in_persona
from echosphere.domain.session import Session
from echosphere.domain.turn import Turn
from tests.examples import a_session
from tests.talks.parts import (
    Captions,
    ScriptedBrain,
    ScriptedEars,
    ScriptedVad,
    ScriptedVoice,
    Speaker,
)
from tests.talks.virtual_time import STARTS_AT
from tests.unit.agent_container.stand_ins import Job, Voiceless, some_settings

type Attach = Callable[[Talk], None]
MEASURING: tuple[Attach, ...] = (measure_turns.attach, measure_usage.attach)
VAD_STEP_S = 0.1
SETTLED_S = 2.0
EARLY_S = 0.5  # with the silence behind it less than the agent waits for the page to hear it
VAD_SILENCE_S = 0.25  # as `inference.VAD` waits before it says that speech ended


class ScriptedProviders(Voiceless):
    def __init__(self) -> None:
        super().__init__()
        self._brains = {language: ScriptedBrain() for language in Language}
        self._voices = {language: ScriptedVoice() for language in Language}

    def brain(self, language: Language) -> ScriptedBrain:
        self.meter.watch("brain", "local", self._brains[language])
        return self._brains[language]

    def voice(self, language: Language) -> ScriptedVoice:
        self.meter.watch("voice", "local", self._voices[language])
        return self._voices[language]


@dataclass
class Script:
    talk: Talk
    providers: ScriptedProviders
    vad: ScriptedVad
    ears: ScriptedEars
    speaker: Speaker
    captions: Captions

    @property
    def brain(self) -> ScriptedBrain:
        return self.providers.brain(self.talk.session.language)

    @property
    def voice(self) -> ScriptedVoice:
        return self.providers.voice(self.talk.session.language)

    @property
    def now(self) -> float:
        return asyncio.get_running_loop().time()

    @property
    def stored(self) -> Session:
        return self.talk.ready.ports.sessions.get(self.talk.session.id)

    @property
    def messages(self) -> list[Message]:
        return self.talk.ready.ports.sessions.list_messages(self.talk.session.id, limit=100, cursor=None).items

    @property
    def turns(self) -> list[Turn]:
        return self.talk.ready.ports.turns.list_by_session(self.talk.session.id, limit=100, cursor=None).items

    @property
    def said(self) -> list[str]:
        return [message.text for message in self.messages]

    def come(self) -> None:
        person = self.talk.session.participant_identity
        job = cast("Job", self.talk.job)
        job.room.come(person)

    def hear(self) -> None:
        """The page has the agent's voice now, and says so."""
        cast("Job", self.talk.job).room.say_of(self.talk.session.participant_identity, LISTENING)

    def leave(self) -> None:
        cast("Job", self.talk.job).room.leave(self.talk.session.participant_identity)

    async def wait(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def later(self, seconds: float, deed: Coroutine[None, None, None]) -> asyncio.Task[None]:
        async def do_it() -> None:
            await asyncio.sleep(seconds)
            await deed

        return asyncio.create_task(do_it())

    async def until(self, condition: Callable[[], bool], *, within_s: float = 60.0) -> None:
        async with asyncio.timeout(within_s):
            while not condition():  # noqa: ASYNC110  # virtual: it costs nothing and races with nothing
                await asyncio.sleep(0.05)

    async def until_it_listens(self) -> None:
        """And has nothing more to say: longer than the end of a turn or a false interruption takes."""
        since: float | None = None

        def is_quiet_for_long() -> bool:
            nonlocal since
            agent_session = self.talk.agent_session
            is_quiet = (agent_session.agent_state, agent_session.user_state) == ("listening", "listening")
            since = (since if since is not None else self.now) if is_quiet and not self.speaker.is_sounding else None
            return since is not None and self.now - since > SETTLED_S

        await self.until(is_quiet_for_long)

    async def say(self, text: str, *, seconds: float = 1.0) -> None:
        """Returns when the voice activity detector has heard its end."""
        await self.make_noise(seconds=seconds, understood_as=text)

    async def make_noise(self, *, seconds: float, understood_as: str = "") -> None:
        self.vad.notice(VADEventType.START_OF_SPEECH, speech_s=0.05, silence_s=0.0)
        elapsed = 0.0
        while elapsed < seconds:
            await asyncio.sleep(VAD_STEP_S)
            elapsed += VAD_STEP_S
            self.vad.notice(VADEventType.INFERENCE_DONE, speech_s=elapsed, silence_s=0.0)
        await asyncio.sleep(VAD_SILENCE_S)
        self.vad.notice(VADEventType.END_OF_SPEECH, speech_s=seconds, silence_s=VAD_SILENCE_S)
        if understood_as:
            self.ears.understand(stt.SpeechEventType.FINAL_TRANSCRIPT, understood_as)

    async def type(self, text: str) -> None:
        speaker = self.talk.session.participant_identity
        await answer_typed_message(self.talk.agent_session, text, speaker=speaker)


@asynccontextmanager
async def a_talk(
    *,
    language: Language = Language.ENGLISH,
    unsayable: str | None = None,
    said_early: str = "",
    measuring: Iterable[Attach] = MEASURING,
    tracing: Tracing | None = None,
    figures: Teller | None = None,
    **settings: object,
) -> AsyncIterator[Script]:
    """One whose person has just come and been greeted. `said_early`: while the room was connecting."""
    script = _set_up(some_settings(**settings), language, tracing=tracing, figures=figures)
    script.voice.unsayable = unsayable
    talk = script.talk
    trace_talk.attach(talk.job, tracing, talk.session)
    synchronizer = TranscriptSynchronizer(next_in_chain_audio=script.speaker, next_in_chain_text=script.captions)
    talk.agent_session.output.audio = synchronizer.audio_output
    talk.agent_session.output.transcription = synchronizer.text_output
    record_messages.attach(talk)
    for attach in measuring:
        attach(talk)
    fail_when_broken.attach(talk)
    begin_with_the_person.attach(talk)
    script.come()
    await talk.agent_session.start(TalkingAgent(talk, llm.ChatContext.empty()), record=False)
    greet_the_person.attach(talk)
    never_dead_air.attach(talk)
    wait_for_a_return.attach(talk)
    check_in_when_silent.attach(talk)
    end_at_the_limit.attach(talk)
    if said_early:
        await script.say(said_early, seconds=EARLY_S)
    script.hear()
    await script.until(lambda: script.speaker.is_sounding)
    await script.until_it_listens()
    try:
        yield script
    finally:
        await talk.agent_session.aclose()
        await talk.close()
        await synchronizer.aclose()


def _set_up(settings: AgentSettings, language: Language, *, tracing: Tracing | None, figures: Teller | None) -> Script:
    ports = memory_ports(_LoopClock())
    key = IdempotencyKey(scope="person-0", value="key-0001", request="start")
    session = ports.sessions.create(a_session(created_at=_LoopClock().now(), language=language), key=key)
    vad, ears, providers = ScriptedVad(), ScriptedEars(), ScriptedProviders()
    bridge = _Inline("timeline")
    talk = Talk(
        session=replace(session, recorded=False),
        persona=built_in_persona(session.workspace_id),
        is_return=False,
        job=cast("JobContext", Job()),
        ready=Readiness(
            settings=settings,
            ports=ports,
            providers=providers,
            vad=vad,
            bridge=bridge,
            tracing=tracing,
            figures=figures,
        ),
        agent_session=AgentSession(
            stt=ears,
            vad=vad,
            llm=providers.brain(language),
            tts=providers.voice(language),
            turn_handling=turn_handling(settings, is_heard=True),
            aec_warmup_duration=None,
            user_away_timeout=None,
            transcription_timeout=never_dead_air.NOT_HEARD_S,
            conn_options=CONNECTIONS,
        ),
        messages=MessageWriter(lambda record: bridge.run(write_down, ports, record)),
    )
    return Script(talk, providers, vad, ears, Speaker(), Captions())


class _Inline(Bridge):
    """A thread would bring real time in."""

    async def run[**P, T](self, blocking: Callable[P, T], *arguments: P.args, **keywords: P.kwargs) -> T:
        return blocking(*arguments, **keywords)


class _LoopClock:
    def now(self) -> datetime:
        return datetime.fromtimestamp(STARTS_AT + asyncio.get_running_loop().time(), UTC)
