"""A Whisper model of the owner's hears an utterance in the language of the talk, and makes nothing of noise."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy
import pytest
from livekit import rtc

from agent_container.providers import local
from agent_container.providers.local.whisper import Whisper, hears
from echosphere.domain.language import Language
from tests.unit.agent_container.stand_ins import some_settings

pytestmark = pytest.mark.unit


@dataclass
class Said:
    text: str
    no_speech_prob: float = 0.1
    avg_logprob: float = -0.2


@dataclass
class Model:
    said: list[Said]
    supported_languages: list[str] = field(default_factory=lambda: ["en", "ja", "pt", "cy"])
    likely: list[tuple[str, float]] = field(default_factory=list)
    asked: dict[str, object] = field(default_factory=dict)
    samples: int = 0

    def transcribe(self, audio: "numpy.typing.NDArray[numpy.float32]", **how: object) -> tuple[Iterable[Said], object]:
        self.asked, self.samples = how, len(audio)
        return iter(self.said), None

    def detect_language(self, audio: object) -> tuple[str, float, list[tuple[str, float]]]:
        return (*self.likely[0], self.likely)


def a_second(rate: int = 16_000) -> rtc.AudioFrame:
    return rtc.AudioFrame(bytes(2 * rate), rate, 1, rate)


async def understood(whisper: Whisper, frame: rtc.AudioFrame | None = None) -> list[tuple[str, str]]:
    heard = await whisper.recognize([frame or a_second()])
    await whisper.aclose()
    return [(str(each.language), each.text) for each in heard.alternatives]


async def test_it_hears_in_the_language_of_the_talk() -> None:
    model = Model([Said(" こんにちは、"), Said("元気ですか。")])

    assert await understood(Whisper(model, language=Language.JAPANESE)) == [("ja-JP", "こんにちは、元気ですか。")]
    assert model.asked["language"] == "ja"


async def test_of_noise_it_makes_no_words() -> None:
    noise = Said("Thank you for watching.", no_speech_prob=0.9, avg_logprob=-1.4)

    assert await understood(Whisper(Model([noise]), language=Language.ENGLISH)) == []


async def test_who_changes_language_is_heard_in_one_of_the_talks_own() -> None:
    model = Model([Said("Bom dia.")], likely=[("cy", 0.5), ("pt", 0.3), ("ja", 0.1)])
    whisper = Whisper(model, language=Language.JAPANESE, others=[Language.PORTUGUESE])

    assert await understood(whisper) == [("pt-BR", "Bom dia.")]


async def test_sound_of_another_rate_is_brought_to_whispers() -> None:
    model = Model([Said("Good day.")])

    await understood(Whisper(model, language=Language.ENGLISH), a_second(48_000))

    assert model.samples == pytest.approx(16_000, abs=200)


def test_a_model_for_english_alone_hears_no_japanese() -> None:
    model = Model([], supported_languages=["en"])

    assert hears(model, Language.ENGLISH) and not hears(model, Language.JAPANESE)


def test_a_model_takes_the_place_of_the_laptops_own_ears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "load_model", lambda folder: Model([], supported_languages=["en", "ja"]))
    laptop = local.make_provider(some_settings(whisper_model_dir="/models/small", providers=("aws",), ears=("local",)))

    laptop.prewarm(["ears"])

    ears = laptop.ears(Language.JAPANESE)
    assert ears is not None and ears.provider == "faster-whisper"
    assert laptop.ears(Language.PORTUGUESE) is None
    laptop.close()
