"""Every model that was asked is metered, by whom it is and by what it is paid for."""

from typing import cast

import pytest
from livekit import rtc
from livekit.agents import llm, stt, tts
from livekit.agents.metrics import LLMMetrics, STTMetrics, TTSMetrics, VADMetrics

from agent_container.meter import NAMELESS, Meter
from echosphere.domain.usage import Part, Use

pytestmark = pytest.mark.unit


class Model(rtc.EventEmitter[str]):
    def __init__(self, model: str) -> None:
        super().__init__()
        self.model = model

    def tell(self, figures: STTMetrics | LLMMetrics | TTSMetrics | VADMetrics) -> None:
        self.emit("metrics_collected", figures)


def heard(seconds: float) -> STTMetrics:
    return STTMetrics(label="", request_id="", timestamp=0.0, duration=0.0, audio_duration=seconds, streamed=True)


def thought(asked: int, cached: int, answered: int) -> LLMMetrics:
    return LLMMetrics(
        label="",
        request_id="",
        timestamp=0.0,
        duration=0.0,
        ttft=0.0,
        cancelled=False,
        prompt_tokens=asked,
        prompt_cached_tokens=cached,
        completion_tokens=answered,
        total_tokens=asked + answered,
        tokens_per_second=0.0,
    )


def spoken(characters: int, seconds: float) -> TTSMetrics:
    return TTSMetrics(
        label="",
        request_id="",
        timestamp=0.0,
        ttfb=0.0,
        duration=0.0,
        audio_duration=seconds,
        cancelled=False,
        characters_count=characters,
        streamed=False,
    )


def test_what_each_model_used_is_summed_apart_from_the_others() -> None:
    meter, ears, brain, voice = Meter(), Model(NAMELESS), Model("nova-lite"), Model("neural")
    meter.watch("ears", "aws", cast("stt.STT[str]", ears))
    meter.watch("brain", "aws", cast("llm.LLM[str]", brain))
    meter.watch("voice", "aws", cast("tts.TTS[str]", voice))

    for seconds in (5.0, 7.25):
        ears.tell(heard(seconds))
    brain.tell(thought(1_000, 200, 40))
    brain.tell(thought(1_100, 0, 60))
    voice.tell(spoken(120, 8.5))

    assert meter.uses == (
        Use(part=Part.EARS, provider="aws", seconds=12.25),
        Use(part=Part.BRAIN, provider="aws", model="nova-lite", tokens_in=2_100, tokens_cached=200, tokens_out=100),
        Use(part=Part.VOICE, provider="aws", model="neural", characters=120, seconds=8.5),
    )


def test_a_voice_of_two_languages_is_metered_once() -> None:
    meter, voice = Meter(), Model("neural")
    for _ in range(2):
        meter.watch("voice", "aws", cast("tts.TTS[str]", voice))

    voice.tell(spoken(10, 1.0))

    assert [use.characters for use in meter.uses] == [10]


def test_figures_of_another_kind_use_nothing() -> None:
    meter, ears = Meter(), Model(NAMELESS)
    meter.watch("ears", "local", cast("stt.STT[str]", ears))

    ears.tell(VADMetrics(label="", timestamp=0.0, idle_time=1.0, inference_duration_total=1.0, inference_count=1))

    assert meter.uses == (Use(part=Part.EARS, provider="local"),)
