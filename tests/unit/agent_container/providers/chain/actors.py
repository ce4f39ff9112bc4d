"""Ears, brains and voices that do as they are told: serve, fail, stay silent, break off."""

import asyncio

from livekit import rtc
from livekit.agents import APIConnectOptions, LanguageCode, llm, stt, tts, utils
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr

RATE = 16_000
type Piece = str | Exception | None
"""A word to give, an error to fail with, or None: silence without end."""


class Brain(llm.LLM[str]):
    def __init__(self, *pieces: Piece) -> None:
        super().__init__()
        self.pieces = list(pieces)
        self.asked = 0
        self.running = 0
        self.began = asyncio.Event()
        self.is_closed = False

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        **_: object,
    ) -> llm.LLMStream:
        self.asked += 1
        return _Thinking(self, chat_ctx=chat_ctx, tools=tools or [], conn_options=conn_options)

    async def aclose(self) -> None:
        self.is_closed = True


class _Thinking(llm.LLMStream):
    async def _run(self) -> None:
        brain = self._llm
        assert isinstance(brain, Brain)
        brain.running += 1
        brain.began.set()
        try:
            for piece in brain.pieces:
                self._event_ch.send_nowait(
                    llm.ChatChunk(id="one", delta=llm.ChoiceDelta(role="assistant", content=await _given(piece)))
                )
        finally:
            brain.running -= 1


class Voice(tts.TTS[str]):
    """A word is a tenth of a second at its loudness, so that one hears whose it was."""

    def __init__(self, *pieces: Piece, loudness: int = 1, rate: int = RATE) -> None:
        super().__init__(capabilities=tts.TTSCapabilities(streaming=False), sample_rate=rate, num_channels=1)
        self.pieces = list(pieces)
        self.loudness = loudness
        self.asked = 0

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        self.asked += 1
        return _Speaking(tts=self, input_text=text, conn_options=conn_options)


class _Speaking(tts.ChunkedStream):
    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        voice = self._tts
        assert isinstance(voice, Voice)
        rate = voice.sample_rate
        output_emitter.initialize(request_id="one", sample_rate=rate, num_channels=1, mime_type="audio/pcm")
        for piece in voice.pieces:
            await _given(piece)
            output_emitter.push(voice.loudness.to_bytes(2, "little") * (rate // 10))
            output_emitter.flush()


class Ears(stt.STT[str]):
    """Takes what it is pushed, and says of it only what it is told to."""

    def __init__(self, *errors: Exception) -> None:
        super().__init__(capabilities=stt.STTCapabilities(streaming=True, interim_results=True))
        self.errors = list(errors)
        self._opened: asyncio.Queue[Hearing] = asyncio.Queue()
        self.streams: list[Hearing] = []

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> "Hearing":
        self.streams.append(Hearing(stt=self, conn_options=conn_options))
        self._opened.put_nowait(self.streams[-1])
        return self.streams[-1]

    async def opened(self) -> "Hearing":
        """The next stream, when it is opened."""
        async with asyncio.timeout(2):
            return await self._opened.get()

    async def _recognize_impl(
        self, buffer: utils.AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        raise NotImplementedError


class Hearing(stt.RecognizeStream):
    def __init__(self, *, stt: stt.STT[str], conn_options: APIConnectOptions) -> None:
        super().__init__(stt=stt, conn_options=conn_options)
        self.heard_s = 0.0
        self._broken = asyncio.get_running_loop().create_future()
        self.may_close = asyncio.Event()
        self.may_close.set()

    async def aclose(self) -> None:
        await self.may_close.wait()
        await super().aclose()

    def understand(self, text: str) -> None:
        words = stt.SpeechData(language=LanguageCode("en-US"), text=text)
        self._event_ch.send_nowait(stt.SpeechEvent(type=stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=[words]))

    def break_off(self, error: Exception) -> None:
        self._broken.set_exception(error)

    async def _run(self) -> None:
        ears = self._stt
        assert isinstance(ears, Ears)
        if ears.errors:
            raise ears.errors.pop(0)
        listening = asyncio.create_task(self._take())
        await asyncio.wait([listening, self._broken], return_when=asyncio.FIRST_COMPLETED)
        if self._broken.done():
            self._broken.result()

    async def _take(self) -> None:
        async for item in self._input_ch:
            if isinstance(item, rtc.AudioFrame):
                self.heard_s += item.duration


async def _given(piece: Piece) -> str:
    if isinstance(piece, Exception):
        raise piece
    if piece is None:
        await asyncio.get_running_loop().create_future()
    assert isinstance(piece, str)
    return piece
