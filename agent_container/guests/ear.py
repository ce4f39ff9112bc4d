"""Hears one guest: a voice activity detector as long as their microphone is open, a recogniser while they speak.

So an open microphone costs no recogniser, and one that is closed costs nothing.
"""

import asyncio
import time
from collections.abc import AsyncIterable, Callable
from dataclasses import dataclass
from typing import Protocol

from livekit import rtc
from livekit.agents import APIError, stt, utils, vad

from agent_container.turn_taking import INTERRUPTION_MIN_S

UNDERSTOOD_WITHIN_S = 4.0  # from the end of speech; what takes longer nobody waits for
LONGEST_S = 60.0  # who speaks on without a pause is written down so far, and goes on in another message
# Behind what was cut off: recognisers that wait for the end of an utterance would lose it. Longer than theirs.
SILENCE_S = 0.5
WORDS = (stt.SpeechEventType.INTERIM_TRANSCRIPT, stt.SpeechEventType.FINAL_TRANSCRIPT)


@dataclass(frozen=True, slots=True)
class Said:
    """Moments are in Unix seconds."""

    text: str
    started_at: float
    ended_at: float


class Listener(Protocol):
    def on_voice(self) -> None:
        """Speech for so long that it is no cough."""
        ...

    def on_words(self) -> None:
        """The first that were understood."""
        ...

    def on_said(self, said: Said) -> None: ...

    def on_silence(self) -> None:
        """All that was said until now was understood, or nothing of it."""
        ...


class Ear:
    def __init__(
        self, *, voice: vad.VADStream, recognise: Callable[[], stt.RecognizeStream], listener: Listener
    ) -> None:
        self._voice = voice
        self._recognise = recognise
        self._listener = listener
        self._utterance: _Utterance | None = None
        self._forwarding: asyncio.Task[None] | None = None
        self._ending: set[asyncio.Task[None]] = set()

    async def listen(self, sound: AsyncIterable[rtc.AudioFrame]) -> None:
        """Until the sound ends, or `stop`; what was begun by then is still understood."""
        self._forwarding = asyncio.create_task(self._forward(sound))
        self._forwarding.add_done_callback(lambda _: self._voice.end_input())
        try:
            async for event in self._voice:
                self._follow(event)
            self._end(time.time())
            await asyncio.gather(*self._ending)
        finally:
            await utils.aio.cancel_and_wait(self._forwarding, *self._ending)
            await self._voice.aclose()
            self._listener.on_silence()

    def stop(self) -> None:
        """The guest's microphone is gone."""
        if self._forwarding is not None:
            self._forwarding.cancel()

    async def _forward(self, sound: AsyncIterable[rtc.AudioFrame]) -> None:
        async for frame in sound:
            self._voice.push_frame(frame)

    def _follow(self, event: vad.VADEvent) -> None:
        match event.type:
            case vad.VADEventType.START_OF_SPEECH:
                self._begin(time.time() - event.speech_duration)
                self._hear(event)
            case vad.VADEventType.INFERENCE_DONE if self._utterance is not None:
                if time.time() - self._utterance.started_at >= LONGEST_S:
                    self._end(time.time())
                    self._begin(time.time())
                self._hear(event)
            case vad.VADEventType.END_OF_SPEECH:
                self._end(time.time() - event.silence_duration)

    def _begin(self, started_at: float) -> None:
        self._utterance = _Utterance(self._recognise(), started_at=started_at, on_words=self._listener.on_words)

    def _hear(self, event: vad.VADEvent) -> None:
        assert self._utterance is not None
        self._utterance.hear(event.frames)
        if event.speech_duration >= INTERRUPTION_MIN_S and not self._utterance.is_told:
            self._utterance.is_told = True
            self._listener.on_voice()

    def _end(self, ended_at: float) -> None:
        if self._utterance is not None:
            task = asyncio.create_task(self._understand(self._utterance, ended_at))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)
            self._utterance = None

    async def _understand(self, utterance: "_Utterance", ended_at: float) -> None:
        if text := await utterance.end():
            self._listener.on_said(Said(text, utterance.started_at, ended_at))
        if self._utterance is None:  # else they have gone on speaking
            self._listener.on_silence()


class _Utterance:
    def __init__(self, stream: stt.RecognizeStream, *, started_at: float, on_words: Callable[[], None]) -> None:
        self.started_at = started_at
        self.is_told = False
        self._stream = stream
        self._on_words = on_words
        self._said: list[str] = []
        self._last: rtc.AudioFrame | None = None
        self._reading = asyncio.create_task(self._read())

    def hear(self, frames: list[rtc.AudioFrame]) -> None:
        for frame in frames:
            self._stream.push_frame(frame)
            self._last = frame

    async def end(self) -> str:
        if self._last is not None:
            self._stream.push_frame(_silence_like(self._last))
        self._stream.end_input()
        try:
            async with asyncio.timeout(UNDERSTOOD_WITHIN_S):
                await self._reading
        except (TimeoutError, APIError):  # what was understood until then is what was said
            pass
        finally:
            await utils.aio.cancel_and_wait(self._reading)
            await self._stream.aclose()
        return " ".join(self._said)

    async def _read(self) -> None:
        has_words = False
        async for event in self._stream:
            text = event.alternatives[0].text.strip() if event.type in WORDS and event.alternatives else ""
            if text and not has_words:
                has_words = True
                self._on_words()
            if text and event.type is stt.SpeechEventType.FINAL_TRANSCRIPT:
                self._said.append(text)


def _silence_like(sound: rtc.AudioFrame) -> rtc.AudioFrame:
    samples = round(SILENCE_S * sound.sample_rate)
    return rtc.AudioFrame.create(sound.sample_rate, sound.num_channels, samples)
