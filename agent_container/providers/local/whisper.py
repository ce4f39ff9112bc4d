"""A Whisper model of the owner's, by faster-whisper: offline ears in every language that the model has.

The package (ctranslate2, 150 MB) is in the group `whisper`, which no image has unless it is asked for.
"""

from collections.abc import Collection, Iterable
from importlib import import_module
from math import inf
from typing import Any, Protocol, cast

import numpy
from livekit import rtc
from livekit.agents import APIConnectOptions, LanguageCode, stt, utils
from livekit.agents.types import NOT_GIVEN, NotGivenOr
from numpy.typing import NDArray

from agent_container.bridge import Bridge
from echosphere.domain.language import Language

SAMPLE_RATE = 16_000
NO_SPEECH = 0.6  # above it, and below the next: what Whisper makes of noise. Both are faster-whisper's own defaults
UNSURE_LOG = -1.0

type Sound = NDArray[numpy.float32]
"""Mono, [-1, 1], 16 kHz."""


class Segment(Protocol):
    text: str
    no_speech_prob: float
    avg_logprob: float


class Model(Protocol):
    """The part of faster-whisper's that is used."""

    @property
    def supported_languages(self) -> list[str]: ...

    def transcribe(self, audio: Sound, **how: object) -> tuple[Iterable[Segment], Any]: ...

    def detect_language(self, audio: Sound) -> tuple[str, float, list[tuple[str, float]]]: ...


def load_model(folder: str) -> Model:
    """Blocks. Reads the folder alone: a name would be looked for in the network. Raises ImportError, OSError."""
    return cast(
        "Model",
        import_module("faster_whisper").WhisperModel(folder, device="cpu", compute_type="int8", local_files_only=True),
    )


class Whisper(stt.STT[str]):
    """One utterance at a time. Decoding lets go of Python's lock, so a thread is enough."""

    def __init__(self, model: Model, *, language: Language, others: Collection[Language] = ()) -> None:
        super().__init__(
            capabilities=stt.STTCapabilities(streaming=False, interim_results=False, offline_recognize=True)
        )
        self._model = model
        self._tongues = {_tongue(each): each for each in (language, *others)}
        self._bridge = Bridge("whisper")

    @property
    def model(self) -> str:
        return "whisper"

    @property
    def provider(self) -> str:
        return "faster-whisper"

    async def aclose(self) -> None:
        self._bridge.close()

    async def _recognize_impl(
        self, buffer: utils.AudioBuffer, *, language: NotGivenOr[str] = NOT_GIVEN, conn_options: APIConnectOptions
    ) -> stt.SpeechEvent:
        language_heard, text = await self._bridge.run(self._understand, rtc.combine_audio_frames(buffer))
        heard = [stt.SpeechData(language=LanguageCode(language_heard.value), text=text)] if text else []
        return stt.SpeechEvent(type=stt.SpeechEventType.FINAL_TRANSCRIPT, alternatives=heard)

    def _understand(self, frame: rtc.AudioFrame) -> tuple[Language, str]:
        sound = _as_whisper_wants_it(frame)
        tongue = self._likeliest(sound)
        segments, _ = self._model.transcribe(
            sound,
            language=tongue,
            beam_size=1,
            condition_on_previous_text=False,  # each utterance is its own; a mistake must not breed others
            without_timestamps=True,
        )
        said = [each.text for each in segments if each.no_speech_prob < NO_SPEECH or each.avg_logprob > UNSURE_LOG]
        return self._tongues[tongue], "".join(said).strip()

    def _likeliest(self, sound: Sound) -> str:
        """Among the languages of the talk: Whisper knows a hundred, and takes a cough for Welsh."""
        if len(self._tongues) == 1:
            return next(iter(self._tongues))
        _, _, guesses = self._model.detect_language(sound)
        chances = dict(guesses)
        return max(self._tongues, key=lambda tongue: chances.get(tongue, -inf))


def hears(model: Model, language: Language) -> bool:
    """Small models are made for English alone."""
    return _tongue(language) in model.supported_languages


def _tongue(language: Language) -> str:
    return language.value.split("-")[0]


def _as_whisper_wants_it(frame: rtc.AudioFrame) -> Sound:
    if frame.sample_rate != SAMPLE_RATE:
        resampler = rtc.AudioResampler(frame.sample_rate, SAMPLE_RATE)
        frame = rtc.combine_audio_frames([*resampler.push(frame), *resampler.flush()])
    return numpy.frombuffer(frame.data, numpy.int16).astype(numpy.float32) / numpy.float32(32_768)
