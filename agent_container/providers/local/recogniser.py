"""pocketsphinx as LiveKit's STT. It decodes while the person speaks; the bundled VAD marks where an utterance ends."""

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Sequence

from livekit import rtc
from livekit.agents import APIConnectOptions, LanguageCode, inference, stt, utils, vad
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr

from agent_container.providers.local.decoders import Decoder, Decoders

SAMPLE_RATE = 16_000
SILENCE_S = 0.25  # ends an utterance; shorter pauses lie inside of words
LEAD_IN_S = 0.3  # sound before the first sure speech, where its first consonant is
ENGLISH = LanguageCode("en-US")


async def likeliest(guesses: Sequence[str]) -> str:
    return guesses[0]


class PocketSphinx(stt.STT[str]):
    def __init__(self, prefer: Callable[[Sequence[str]], Awaitable[str]]) -> None:
        """`prefer` chooses among several ways to have heard an utterance, the likeliest first."""
        super().__init__(
            capabilities=stt.STTCapabilities(streaming=True, interim_results=True, offline_recognize=False)
        )
        self._vad = inference.VAD(min_silence_duration=SILENCE_S, prefix_padding_duration=LEAD_IN_S)
        self._decoders = Decoders()
        self.prefer = prefer

    @property
    def provider(self) -> str:
        return "pocketsphinx"

    def load(self) -> None:
        """Blocks. (Not `prewarm`: AgentSession calls that on the audio loop.)"""
        self._decoders.load()

    def close(self) -> None:
        self._decoders.close()

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> "Hearing":
        return Hearing(self, decoders=self._decoders, vad_stream=self._vad.stream(), conn_options=conn_options)

    async def _recognize_impl(
        self, buffer: utils.AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        raise NotImplementedError("only streams")


class Hearing(stt.RecognizeStream):
    def __init__(
        self,
        recogniser: PocketSphinx,
        *,
        decoders: Decoders,
        vad_stream: vad.VADStream,
        conn_options: APIConnectOptions,
    ) -> None:
        super().__init__(stt=recogniser, conn_options=conn_options, sample_rate=SAMPLE_RATE)
        self._recogniser = recogniser
        self._decoders = decoders
        self._decoder: Decoder | None = None
        self._vad_stream = vad_stream
        self._said = ""

    async def _run(self) -> None:
        forwarding = asyncio.create_task(self._forward_to_vad())
        try:
            await self._follow(self._vad_stream)
        finally:
            await utils.aio.cancel_and_wait(forwarding)
            await self._vad_stream.aclose()
            if self._decoder is not None:
                await self._finish(self._decoder)

    async def _forward_to_vad(self) -> None:
        async for item in self._input_ch:
            if isinstance(item, rtc.AudioFrame):
                self._vad_stream.push_frame(item)
        self._vad_stream.end_input()

    async def _follow(self, events: AsyncIterable[vad.VADEvent]) -> None:
        async for event in events:
            match event.type:
                case vad.VADEventType.START_OF_SPEECH:
                    await self._begin(event)
                case vad.VADEventType.INFERENCE_DONE if self._decoder is not None:
                    await self._hear(self._decoder, event)
                case vad.VADEventType.END_OF_SPEECH if self._decoder is not None:
                    await self._end(self._decoder, event)

    async def _begin(self, event: vad.VADEvent) -> None:
        self._said = ""
        self._send(stt.SpeechEventType.START_OF_SPEECH)
        self._decoder = await self._decoders.take()
        await self._decoder.start()
        await self._hear(self._decoder, event)

    async def _hear(self, decoder: Decoder, event: vad.VADEvent) -> None:
        said = await decoder.feed(b"".join(bytes(frame.data) for frame in event.frames))
        if said and said != self._said:
            self._said = said
            self._send(stt.SpeechEventType.INTERIM_TRANSCRIPT, said)

    async def _end(self, decoder: Decoder, event: vad.VADEvent) -> None:
        if guesses := await self._finish(decoder):
            self._send(stt.SpeechEventType.FINAL_TRANSCRIPT, await self._recogniser.prefer(guesses))
        self._send(stt.SpeechEventType.END_OF_SPEECH)
        usage = stt.RecognitionUsage(audio_duration=event.speech_duration)
        self._event_ch.send_nowait(stt.SpeechEvent(type=stt.SpeechEventType.RECOGNITION_USAGE, recognition_usage=usage))

    async def _finish(self, decoder: Decoder) -> list[str]:
        """And another may have it."""
        self._decoder = None
        try:
            return await decoder.finish()
        finally:
            await self._decoders.give_back(decoder)

    def _send(self, kind: stt.SpeechEventType, text: str | None = None) -> None:
        heard = [] if text is None else [stt.SpeechData(language=ENGLISH, text=text)]
        self._event_ch.send_nowait(stt.SpeechEvent(type=kind, alternatives=heard))
