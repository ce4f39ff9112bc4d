"""Sentences as sound, each in the voice of its language, as one even stream."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Iterator

from livekit import rtc
from livekit.agents import APIConnectOptions, tts, utils

from agent_container.speech.read_aloud import read_aloud
from echosphere.domain.language import Language
from echosphere.domain.language_of import language_of

type VoiceOf = Callable[[Language], tts.TTS[str]]


async def speak(
    sentences: AsyncIterator[str], voice_of: VoiceOf, *, language: Language, connection: APIConnectOptions
) -> AsyncGenerator[rtc.AudioFrame]:
    """`language` is that of sentences that do not say it. Raises APIError."""
    even = _EvenRate()
    async for sentence in sentences:
        if not any(sign.isalnum() for sign in sentence):
            continue
        language = language_of(sentence, otherwise=language)
        voice = voice_of(language)
        if voice.capabilities.streaming:  # it wants the whole answer, for its melody
            whole = _read(_first_and_rest(sentence, sentences), language)
            async for frame in _stream(voice, whole, connection):
                yield frame
            return
        async with voice.synthesize(read_aloud(sentence.strip(), language), conn_options=connection) as spoken:
            async for sound in spoken:
                for frame in even.push(sound.frame):
                    yield frame


class _EvenRate:
    """LiveKit resamples from the rate of the first frame, whatever comes after it."""

    def __init__(self) -> None:
        self._rate: int | None = None
        self._resamplers: dict[int, rtc.AudioResampler] = {}

    def push(self, frame: rtc.AudioFrame) -> Iterator[rtc.AudioFrame]:
        self._rate = self._rate or frame.sample_rate
        if frame.sample_rate == self._rate:
            yield frame
            return
        resampler = self._resamplers.setdefault(frame.sample_rate, rtc.AudioResampler(frame.sample_rate, self._rate))
        yield from resampler.push(frame)


async def _stream(
    voice: tts.TTS[str], text: AsyncIterable[str], connection: APIConnectOptions
) -> AsyncGenerator[rtc.AudioFrame]:
    async with voice.stream(conn_options=connection) as stream:
        handing_over = asyncio.create_task(_hand_over(text, stream))
        try:
            async for sound in stream:
                yield sound.frame
        finally:
            await utils.aio.cancel_and_wait(handing_over)


async def _first_and_rest(first: str, rest: AsyncIterator[str]) -> AsyncIterator[str]:
    yield first
    async for sentence in rest:
        yield sentence


async def _read(sentences: AsyncIterable[str], language: Language) -> AsyncIterator[str]:
    async for sentence in sentences:
        yield read_aloud(sentence, language)


async def _hand_over(text: AsyncIterable[str], stream: tts.SynthesizeStream) -> None:
    async for piece in text:
        stream.push_text(piece)
    stream.end_input()
