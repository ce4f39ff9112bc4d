"""Guests on virtual time: each with ears of their own, which follow the script."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import cast

from livekit import rtc
from livekit.agents import LanguageCode, stt
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS
from livekit.agents.vad import VADEventType

from agent_container.behaviors.hear_guests import SILENCE_S, Guest
from agent_container.guests.ear import Ear
from agent_container.guests.held_voice import HeldVoice
from agent_container.guests.queue import AnswerQueue
from tests.talks.parts import ScriptedEars, ScriptedVad
from tests.talks.script import VAD_STEP_S, Script, a_talk
from tests.unit.agent_container.stand_ins import Job

PAUSE_S = 0.05


class ScriptedGuest:
    def __init__(self, identity: str) -> None:
        self.identity = identity
        self.voice = ScriptedVad()
        self.microphone = Microphone(asyncio.Event())
        self.open_recognisers = 0
        self.listening: asyncio.Task[None] | None = None
        self._understood_as = ""

    def recognise(self) -> stt.RecognizeStream:
        return _Recognising(self)

    def understood(self) -> list[str]:
        return [self._understood_as] if self._understood_as else []

    async def say(self, text: str, *, seconds: float = 1.0) -> None:
        """Returns when its end was heard, and it was understood."""
        await self.make_noise(seconds=seconds, understood_as=text)

    async def make_noise(self, *, seconds: float, understood_as: str = "") -> None:
        self._understood_as = understood_as
        self.voice.notice(VADEventType.START_OF_SPEECH, speech_s=0.05, silence_s=0.0)
        elapsed = 0.0
        while elapsed < seconds:
            await asyncio.sleep(VAD_STEP_S)
            elapsed += VAD_STEP_S
            self.voice.notice(VADEventType.INFERENCE_DONE, speech_s=elapsed, silence_s=0.0)
        await asyncio.sleep(SILENCE_S)
        self.voice.notice(VADEventType.END_OF_SPEECH, speech_s=seconds, silence_s=SILENCE_S)
        await asyncio.sleep(PAUSE_S)


class _Recognising(stt.RecognizeStream):
    """Ends with its sound, and says then what it was."""

    def __init__(self, guest: ScriptedGuest) -> None:
        super().__init__(stt=ScriptedEars(), conn_options=DEFAULT_API_CONNECT_OPTIONS)
        self._guest = guest
        guest.open_recognisers += 1

    async def _run(self) -> None:
        async for _ in self._input_ch:
            pass
        for text in self._guest.understood():
            heard = stt.SpeechData(language=LanguageCode("en-US"), text=text)
            self._event_ch.send_nowait(stt.SpeechEvent(type=stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=[heard]))

    async def aclose(self) -> None:
        await super().aclose()
        self._guest.open_recognisers -= 1


@dataclass
class Microphone:
    """Open until it is closed; what is said is in the script."""

    is_closed: asyncio.Event

    async def sound(self) -> AsyncIterator[rtc.AudioFrame]:
        await self.is_closed.wait()
        for _ in ():
            yield _


@asynccontextmanager
async def a_talk_with_guests(number: int, **settings: object) -> AsyncIterator[tuple[Script, list[ScriptedGuest]]]:
    async with a_talk(**settings) as talk:  # type: ignore[arg-type]  # settings by name
        queue, held = AnswerQueue(talk.talk), HeldVoice(talk.talk.agent_session)
        guests = [ScriptedGuest(f"guest-{each}") for each in range(1, number + 1)]
        for guest in guests:
            cast("Job", talk.talk.job).room.come(guest.identity)
            listener = Guest(talk.talk, guest.identity, queue=queue, voice=held)
            ear = Ear(voice=guest.voice.stream(), recognise=guest.recognise, listener=listener)
            guest.listening = talk.talk.spawn(ear.listen(guest.microphone.sound()))
        await talk.wait(PAUSE_S)
        yield talk, guests
