"""Several voices as one. It speaks sentence by sentence, so that what breaks off is said again, whole, by the next."""

import asyncio
from collections.abc import AsyncIterable
from dataclasses import replace
from typing import ClassVar

from livekit import rtc
from livekit.agents import APIConnectOptions, tts, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS

from agent_container.providers.chain.chained import Chained
from agent_container.providers.chain.links import FAILURES, Link, Links, nobody_left


class ChainedVoice(Chained[tts.TTS[str]], tts.TTS[str]):
    def __init__(self, links: Links[tts.TTS[str]]) -> None:
        super().__init__(
            capabilities=tts.TTSCapabilities(streaming=False),
            sample_rate=max(link.made.sample_rate for link in links),
            num_channels=1,
        )
        self._chain(links, emit=self.emit)

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        return _Sentence(self, text, conn_options=conn_options)

    def prewarm(self) -> None:
        """The first alone: the others are not expected to be asked."""
        self.links.serving.made.prewarm()


class _Sentence(tts.ChunkedStream):
    # As LiveKit's own adapter names them: the spans of who spoke stand below this one.
    _tts_request_span_name: ClassVar[str] = "tts_fallback_adapter"
    _tts_attempt_span_name: ClassVar[str | None] = None

    def __init__(self, voice: ChainedVoice, text: str, *, conn_options: APIConnectOptions) -> None:
        super().__init__(tts=voice, input_text=text, conn_options=conn_options)
        self._links = voice.links

    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        output_emitter.initialize(
            request_id=utils.shortuuid(),
            sample_rate=self._tts.sample_rate,
            num_channels=self._tts.num_channels,
            mime_type="audio/pcm",
        )
        failed: list[Link[tts.TTS[str]]] = []
        while (link := self._links.next(without=failed)) is not None:
            try:
                await self._say(link, output_emitter)
            except FAILURES as error:
                self._links.failed(link, error)
                failed.append(link)
            else:
                self._links.succeeded(link)
                return
        raise nobody_left("voice")

    async def _say(self, link: Link[tts.TTS[str]], emitter: tts.AudioEmitter) -> None:
        patience_s = self._links.patience_s(link)
        options = replace(self._conn_options, max_retry=0, timeout=patience_s)
        fit = _Fit(link.made.sample_rate, self._tts.sample_rate)
        async with (
            link.made.synthesize(self._input_text, conn_options=options) as sound,
            asyncio.timeout(patience_s) as patience,
        ):
            async for piece in sound:
                for frame in fit.push(piece.frame):
                    emitter.push_frame(frame)
                patience.reschedule(asyncio.get_running_loop().time() + self._links.patience.stall_s)
        for frame in fit.flush():
            emitter.push_frame(frame)

    async def _metrics_monitor_task(self, event_aiter: AsyncIterable[tts.SynthesizedAudio]) -> None:
        """Who spoke measures, and `ChainedVoice` passes it on."""
        async for _ in event_aiter:
            pass


class _Fit:
    """One voice's rate to the chain's, in hertz."""

    def __init__(self, rate: int, wanted: int) -> None:
        self._resampler = None if rate == wanted else rtc.AudioResampler(input_rate=rate, output_rate=wanted)

    def push(self, frame: rtc.AudioFrame) -> list[rtc.AudioFrame]:
        return [frame] if self._resampler is None else self._resampler.push(frame)

    def flush(self) -> list[rtc.AudioFrame]:
        return [] if self._resampler is None else self._resampler.flush()
