"""While an answer is owed, nobody waits in silence: what broke is apologised for and tried again, up to a point.

`patient_answer` does so within an answer; here is what it cannot mend, because the voice is broken or no words came.
The apology was rendered behind the greeting, so that it needs no voice.
"""

import asyncio
from collections.abc import AsyncIterator

from livekit import rtc
from livekit.agents import (
    AgentStateChangedEvent,
    APIError,
    ConversationItemAddedEvent,
    ErrorEvent,
    UserTranscriptionTimeoutEvent,
    llm,
    tts,
)
from livekit.agents.voice import SpeechHandle

from agent_container.connections import CONNECTIONS
from agent_container.speech.sentences import sentences
from agent_container.speech.speak import speak
from agent_container.talk import Talk
from echosphere.domain.session import FailureReason
from echosphere.domain.turn import Incident

SILENCE_S = 4.5
NOT_HEARD_S = 4.0  # from the end of speech that became no words
SPEECH_S = 0.8  # what is shorter may have been a cough
KEPT = ("sorry.again", "goodbye.broken")
OF_THE_BRAIN = "llm_node_ttft"  # a figure that LiveKit gives to answers, and not to what is merely said


def attach(talk: Talk) -> None:
    air = _Air(talk)
    talk.agent_session.on("conversation_item_added", air.note_what_was_said)
    talk.agent_session.on("agent_state_changed", air.prepare)
    talk.agent_session.on("agent_state_changed", air.follow)
    talk.agent_session.on("user_state_changed", air.follow)
    talk.agent_session.on("error", air.mend_a_broken_voice)
    talk.agent_session.on("user_transcription_timeout", air.ask_again)


class _Air:
    def __init__(self, talk: Talk) -> None:
        self._talk = talk
        self._kept: dict[str, tuple[str, list[rtc.AudioFrame]]] = {}
        self._is_owed = False
        self._is_leaving = False
        self._silence: asyncio.Task[None] | None = None
        self._preparing: asyncio.Task[None] | None = None

    def prepare(self, event: AgentStateChangedEvent) -> None:
        """Once, when the greeting has been said, which needs the voice more."""
        if self._preparing is None and event.old_state == "speaking":
            self._preparing = self._talk.spawn(self._keep_apologies())

    async def _keep_apologies(self) -> None:
        """As every answer is spoken, sentence by sentence: a local voice has rehearsed those, and renders what is new
        behind them, so the first answer would wait for its turn."""
        language, connection = self._talk.language, CONNECTIONS.tts_conn_options
        for prompt in KEPT:
            text = self._talk.words(prompt)
            spoken = speak(sentences(_at_once(text)), self._talk.voice, language=language, connection=connection)
            try:
                self._kept[prompt] = (text, [frame async for frame in spoken])
            except APIError:  # then the voice has to be there when it is needed
                return

    def note_what_was_said(self, event: ConversationItemAddedEvent) -> None:
        if not isinstance(event.item, llm.ChatMessage):
            return
        if event.item.role == "user":
            self._is_owed = True
            self._talk.faults.begin_turn()
        elif OF_THE_BRAIN in event.item.metrics and not event.item.interrupted:
            self._settle(event.item.text_content or "")
        self.follow(event)

    def _settle(self, answer: str) -> None:
        self._is_owed = False
        self._talk.faults.forgive()
        if self._talk.faults.are_hopeless and self._talk.words("goodbye.broken") in answer:
            self._talk.spawn(self._talk.fail(FailureReason.AGENT_ERROR))

    def follow(self, _: object) -> None:
        agent_session = self._talk.agent_session
        if self._silence is not None:
            self._silence.cancel()
            self._silence = None
        if self._is_owed and "speaking" not in (agent_session.agent_state, agent_session.user_state):
            self._silence = self._talk.spawn(self._break_the_silence())

    def mend_a_broken_voice(self, event: ErrorEvent) -> None:
        is_in_the_background = self._preparing is not None and not self._preparing.done()
        if isinstance(event.error, tts.TTSError) and not event.error.recoverable and not is_in_the_background:
            self._talk.spawn(self._mend())

    def ask_again(self, event: UserTranscriptionTimeoutEvent) -> None:
        if event.speech_duration >= SPEECH_S and self._talk.agent_session.agent_state == "listening":
            self._talk.stages.note(Incident.APOLOGISED)
            self._talk.agent_session.say(self._talk.words("sorry.not_heard"))

    async def _break_the_silence(self) -> None:
        await asyncio.sleep(SILENCE_S)
        self._talk.spawn(self._mend())  # this task ends with the silence

    async def _mend(self) -> None:
        faults = self._talk.faults
        if self._is_leaving:
            return
        faults.note()
        self._is_leaving = faults.are_hopeless
        await self._talk.agent_session.interrupt(force=True)
        if self._is_leaving:
            await self._talk.fail_after(self._say("goodbye.broken"), FailureReason.AGENT_ERROR)
            return
        self._say("sorry.again")
        if self._is_owed:
            self._talk.agent_session.generate_reply()

    def _say(self, prompt: str) -> SpeechHandle:
        self._talk.stages.note(Incident.APOLOGISED)
        if prompt not in self._kept:
            return self._talk.agent_session.say(self._talk.words(prompt))
        text, frames = self._kept[prompt]  # in the language in which the talk began
        return self._talk.agent_session.say(text, audio=_frames(frames))


async def _at_once(text: str) -> AsyncIterator[str]:
    yield text


async def _frames(kept: list[rtc.AudioFrame]) -> AsyncIterator[rtc.AudioFrame]:
    for frame in kept:
        yield frame
