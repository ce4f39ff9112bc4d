"""Ears, brain, voice and loudspeaker of a talk on virtual time. Each does what the script says, when it says so."""

import asyncio
import time
from collections.abc import Callable
from typing import Any, Literal

from livekit import rtc
from livekit.agents import APIConnectionError, APIConnectOptions, LanguageCode, llm, stt, tts, utils, vad
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS, NOT_GIVEN, NotGivenOr
from livekit.agents.voice import io

from agent_container.tools_used import found_by

SAMPLE_RATE = 8_000
SECONDS_A_CHARACTER = 0.06  # of speech


class ScriptedVad(vad.VAD):
    def __init__(self) -> None:
        super().__init__(capabilities=vad.VADCapabilities(update_interval=0.1))
        self.last: _VadStream | None = None

    def stream(self) -> "_VadStream":
        self.last = _VadStream(self)
        return self.last

    def notice(self, kind: vad.VADEventType, *, speech_s: float, silence_s: float) -> None:
        assert self.last is not None
        self.last.put(
            vad.VADEvent(
                type=kind,
                samples_index=0,
                timestamp=0.0,
                speech_duration=speech_s,
                silence_duration=silence_s,
                speaking=silence_s == 0,
                raw_accumulated_speech=0.0 if silence_s else speech_s,
                raw_accumulated_silence=silence_s,
            )
        )


class _VadStream(vad.VADStream):
    async def _main_task(self) -> None:
        async for _ in self._input_ch:
            pass

    def put(self, event: vad.VADEvent) -> None:
        self._event_ch.send_nowait(event)


class ScriptedEars(stt.STT[str]):
    def __init__(self) -> None:
        super().__init__(
            capabilities=stt.STTCapabilities(streaming=True, interim_results=True, offline_recognize=False)
        )
        self.last: _EarsStream | None = None
        self.streams = 0

    def stream(
        self,
        *,
        language: NotGivenOr[str] = NOT_GIVEN,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
    ) -> "_EarsStream":
        self.streams += 1
        self.last = _EarsStream(stt=self, conn_options=conn_options)
        return self.last

    def understand(self, kind: stt.SpeechEventType, text: str, language: str = "en-US") -> None:
        assert self.last is not None
        heard = stt.SpeechData(language=LanguageCode(language), text=text)
        self.last.put(stt.SpeechEvent(type=kind, alternatives=[heard]))

    def fail(self) -> None:
        assert self.last is not None
        if not self.last.failure.done():  # else broken as it is
            self.last.failure.set_exception(APIConnectionError())

    async def _recognize_impl(
        self, buffer: utils.AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        raise NotImplementedError("only streams")


class _EarsStream(stt.RecognizeStream):
    async def _run(self) -> None:
        self.failure: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        await self.failure

    def put(self, event: stt.SpeechEvent) -> None:
        """Lost while the ears are broken, as in life."""
        if not self.failure.done():
            self._event_ch.send_nowait(event)


class ScriptedBrain(llm.LLM[str]):
    """Answers what `answer` says, after `delay_s`, a word each `word_s`; the first `failures` attempts fail.

    By `skill`, which gave it `result`; or after it has called the function `calls`, once a question.
    """

    def __init__(self) -> None:
        super().__init__()
        self.answer: Callable[[str], str] = lambda question: f"You said: {question}"
        self.delay_s = 0.2
        self.word_s = 0.0
        self.failures = 0
        self.skill: str | None = None
        self.result: str | None = None
        self.calls: str | None = None
        self.asked: list[str] = []

    def chat(
        self,
        *,
        chat_ctx: llm.ChatContext,
        tools: list[llm.Tool] | None = None,
        conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS,
        parallel_tool_calls: NotGivenOr[bool] = NOT_GIVEN,
        tool_choice: NotGivenOr[llm.ToolChoice] = NOT_GIVEN,
        extra_kwargs: NotGivenOr[dict[str, Any]] = NOT_GIVEN,
    ) -> llm.LLMStream:
        return _Thinking(self, chat_ctx=chat_ctx, tools=tools or [], conn_options=conn_options)


class _Thinking(llm.LLMStream):
    async def _run(self) -> None:
        brain = self._llm
        assert isinstance(brain, ScriptedBrain)
        said = [item.text_content for item in self._chat_ctx.messages() if item.role == "user"]
        question = said[-1] or "" if said else ""
        brain.asked.append(question)
        await asyncio.sleep(brain.delay_s)
        if brain.failures > 0:
            brain.failures -= 1
            raise APIConnectionError
        if brain.calls and self._chat_ctx.items[-1].type != "function_call_output":
            call = llm.FunctionToolCall(name=brain.calls, arguments="{}", call_id=utils.shortuuid())
            delta = llm.ChoiceDelta(role="assistant", tool_calls=[call])
            self._event_ch.send_nowait(llm.ChatChunk(id=utils.shortuuid(), delta=delta))
            return
        for word in brain.answer(question).split(" "):
            await asyncio.sleep(brain.word_s)
            extra = found_by(brain.skill, result=brain.result) if brain.skill else None
            delta = llm.ChoiceDelta(role="assistant", content=f"{word} ", extra=extra)
            self._event_ch.send_nowait(llm.ChatChunk(id=utils.shortuuid(), delta=delta))


class ScriptedVoice(tts.TTS[str]):
    """Speaks at one pace, after `delay_s`; the first `failures` attempts fail, and each at what is `unsayable`."""

    def __init__(self, *, sample_rate: int = SAMPLE_RATE) -> None:
        super().__init__(capabilities=tts.TTSCapabilities(streaming=False), sample_rate=sample_rate, num_channels=1)
        self.delay_s = 0.1
        self.failures = 0
        self.unsayable: str | None = None
        self.handed_over: list[str] = []

    def synthesize(
        self, text: str, *, conn_options: APIConnectOptions = DEFAULT_API_CONNECT_OPTIONS
    ) -> tts.ChunkedStream:
        return _Speaking(tts=self, input_text=text, conn_options=conn_options)


class _Speaking(tts.ChunkedStream):
    async def _run(self, output_emitter: tts.AudioEmitter) -> None:
        voice = self._tts
        assert isinstance(voice, ScriptedVoice)
        voice.handed_over.append(self._input_text)
        await asyncio.sleep(voice.delay_s)
        if voice.failures > 0:
            voice.failures -= 1
            raise APIConnectionError
        if self._input_text == voice.unsayable:
            raise APIConnectionError
        output_emitter.initialize(
            request_id=utils.shortuuid(), sample_rate=voice.sample_rate, num_channels=1, mime_type="audio/pcm"
        )
        output_emitter.push(bytes(2 * round(len(self._input_text) * SECONDS_A_CHARACTER * voice.sample_rate)))


class Speaker(io.AudioOutput):
    """Plays at the pace of the clock and notes when there was sound."""

    def __init__(self) -> None:
        super().__init__(label="speaker", capabilities=io.AudioOutputCapabilities(pause=True), sample_rate=SAMPLE_RATE)
        self.sound: list[tuple[float, Literal["on", "off"]]] = []
        self._captured_s = self._played_s = 0.0
        self._since: float | None = None
        self._is_held = self._is_complete = False
        self._end: asyncio.TimerHandle | None = None

    @property
    def is_sounding(self) -> bool:
        return bool(self.sound) and self.sound[-1][1] == "on"

    async def capture_frame(self, frame: rtc.AudioFrame) -> None:
        await super().capture_frame(frame)
        if self._captured_s == 0:
            self.on_playback_started(created_at=time.time())
        self._captured_s += frame.duration
        self._play()

    def flush(self) -> None:
        super().flush()
        if self._captured_s:
            self._is_complete = True
            self._play()

    def clear_buffer(self) -> None:
        if self._captured_s:
            self._stop()
            self._finish(interrupted=True)

    def pause(self) -> None:
        super().pause()
        self._is_held = True
        self._stop()

    def resume(self) -> None:
        super().resume()
        self._is_held = False
        if self._captured_s:
            self._play()

    def _play(self) -> None:
        """Anew from where it is, up to what has come."""
        self._count()
        if self._end is not None:
            self._end.cancel()
        left = self._captured_s - self._played_s
        if self._is_held:
            return
        if not self.is_sounding and left > 0:
            self.sound.append((self._now(), "on"))
        self._since = self._now()
        self._end = asyncio.get_running_loop().call_later(left, self._run_dry)

    def _run_dry(self) -> None:
        self._stop()
        if self._is_complete:
            self._finish(interrupted=False)

    def _stop(self) -> None:
        self._count()
        self._since = None
        if self._end is not None:
            self._end.cancel()
        if self.is_sounding:
            self.sound.append((self._now(), "off"))

    def _finish(self, *, interrupted: bool) -> None:
        position = self._played_s
        self._captured_s = self._played_s = 0.0
        self._is_complete = False
        self.on_playback_finished(playback_position=position, interrupted=interrupted)

    def _count(self) -> None:
        if self._since is not None:
            self._played_s = min(self._captured_s, self._played_s + self._now() - self._since)
            self._since = self._now()

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


class Captions(io.TextOutput):
    """What stood on the page, one for each time that the agent spoke."""

    def __init__(self) -> None:
        super().__init__(label="captions", next_in_chain=None)
        self.segments: list[str] = []
        self._is_open = False

    async def capture_text(self, text: str) -> None:
        if not self._is_open:
            self.segments.append("")
            self._is_open = True
        self.segments[-1] += text

    def flush(self) -> None:
        self._is_open = False
