"""One talk, as its behaviours see it: the job, the stored session, LiveKit's AgentSession, and the way to end it."""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import stamina
from livekit.agents import AgentSession, JobContext, llm, tts
from livekit.agents.voice import SpeechHandle

from agent_container.faults import Faults
from agent_container.guests.voices import GuestVoices
from agent_container.message_writer import MessageWriter, is_retryable
from agent_container.prompts import load_prompt
from agent_container.readiness import Readiness
from agent_container.stages import Stages
from echosphere.domain.language import Language
from echosphere.domain.persona import Persona
from echosphere.domain.session import EndReason, FailureReason, Session
from echosphere.services.end_session import end_session
from echosphere.services.fail_session import fail_session

ENDING_ATTEMPTS = 6  # with the waits between them some 6 s, inside the 20 s that a job process has to end
LAST_WORDS_S = 15.0  # a goodbye takes some five; a voice that is broken keeps nobody in the room

logger = logging.getLogger(__name__)


@dataclass(kw_only=True)
class Talk:
    session: Session
    persona: Persona
    is_return: bool
    """True when a job before this one already greeted the person."""
    job: JobContext
    ready: Readiness
    agent_session: AgentSession[None]
    messages: MessageWriter
    faults: Faults = field(default_factory=Faults)
    stages: Stages = field(default_factory=Stages)
    guests: GuestVoices = field(default_factory=GuestVoices)
    is_settled: bool = False
    language: Language = field(init=False)
    """That of the last question. A talk begins in its session's, and goes on in its person's."""
    _brains: dict[Language, llm.LLM[str]] = field(default_factory=dict)
    _voices: dict[Language, tts.TTS[str]] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _settling: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        self.language = self.session.language
        if isinstance(self.agent_session.llm, llm.LLM):
            self._brains[self.language] = self.agent_session.llm
        if self.agent_session.tts is not None:
            self._voices[self.language] = self.agent_session.tts

    def words(self, prompt: str) -> str:
        return load_prompt(prompt, self.language)

    def follow(self, language: Language) -> None:
        """Goes on in it, where the persona speaks it."""
        if language in self.persona.languages:
            self.language = language
            self.ready.providers.speaks(language)

    def brain(self, language: Language) -> llm.LLM[str]:
        if language not in self._brains:
            self._brains[language] = self.ready.providers.brain(language)
        return self._brains[language]

    def voice(self, language: Language) -> tts.TTS[str]:
        if language not in self._voices:
            self._voices[language] = self.ready.providers.voice(language)
        return self._voices[language]

    def spawn(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """For event handlers, which cannot wait. The talk owns the task and cancels it at its end."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._forget)
        return task

    async def end(self, reason: EndReason) -> None:
        await self._settle(partial(end_session, self.ready.ports, self.session.id, reason=reason), reason)

    async def end_after(self, last_words: SpeechHandle, reason: EndReason, *, unless_interrupted: bool = False) -> None:
        """Cancelled while they are being said, it ends nothing."""
        await _until_said(last_words)
        if unless_interrupted and last_words.interrupted:
            return
        self.spawn(self.end(reason))  # whoever waited for the words may be cancelled now

    async def fail_after(self, last_words: SpeechHandle, reason: FailureReason) -> None:
        await _until_said(last_words)
        await self.fail(reason)

    async def fail(self, reason: FailureReason) -> None:
        await self._settle(partial(fail_session, self.ready.ports, self.session.id, reason=reason), reason)

    async def close(self) -> None:
        """At the end of the job: nothing is left running, and nothing unsettled that somebody began to settle."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._settling is not None:
            await asyncio.gather(self._settling, return_exceptions=True)
        await self.messages.flush()
        await self.messages.close()
        try:
            await self.ready.providers.aclose()
        finally:
            await self.ready.bridge.run(self.ready.providers.close)
            self.ready.bridge.close()

    async def _settle(self, finish: partial[Session], reason: EndReason | FailureReason) -> None:
        """Once, whoever comes first, and to its end, even if that one is cancelled meanwhile."""
        if self.is_settled:
            return
        self.is_settled = True
        self._settling = asyncio.create_task(self._finish(finish, reason))
        await asyncio.shield(self._settling)

    async def _finish(self, finish: partial[Session], reason: EndReason | FailureReason) -> None:
        """After the last words are written, so that an ended talk has them all."""
        await self.messages.flush()
        try:
            async for attempt in stamina.retry_context(on=is_retryable, attempts=ENDING_ATTEMPTS, timeout=None):
                with attempt:
                    await self.ready.bridge.run(finish)
        except Exception as error:  # noqa: BLE001  # an edge: nobody is left in a silent room
            logger.error("session not settled", extra={"reason": reason, "error": type(error).__name__})
            self.job.delete_room()  # LiveKit's webhook then ends what we could not
            return
        logger.info("session settled", extra={"reason": reason})

    def _forget(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("a behaviour failed", exc_info=error)


async def _until_said(last_words: SpeechHandle) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(LAST_WORDS_S):
            await last_words.wait_for_playout()
