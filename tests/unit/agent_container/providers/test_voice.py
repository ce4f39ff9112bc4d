"""The local voices as LiveKit's TTS."""

from pathlib import Path

import numpy
import pytest
from livekit.agents import APIConnectionError, APIConnectOptions

from agent_container.providers.local.engines import OpenJTalk
from agent_container.providers.local.voice import KEPT_LEAD_IN_S, LocalVoice, without_lead_in
from agent_container.speech.read_aloud import read_aloud
from agent_container.speech.sentences import sentences_in
from agent_container.workers.process import WorkerDied
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit

RATE = 16_000
SILENCE = numpy.zeros(RATE // 5, numpy.int16).tobytes()
SOUND = numpy.full(RATE // 10, 5_000, numpy.int16).tobytes()


@pytest.fixture(autouse=True)
def an_empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


class CountingEngine:
    name = "counting"
    sample_rate = RATE
    edition = "counting 1"

    def __init__(self) -> None:
        self.rendered: list[str] = []
        self.breaks_at: str | None = None

    def parts(self, text: str) -> list[str]:
        return text.split("|")

    def render(self, text: str) -> bytes:
        self.rendered.append(text)
        if text == self.breaks_at:
            raise WorkerDied(text)
        return SILENCE + SOUND + SILENCE

    def warm_up(self, text: str) -> None:
        self.render(text)

    def close(self) -> None: ...


def test_the_silence_before_the_first_sound_is_cut_and_the_one_after_the_last_is_kept() -> None:
    heard = without_lead_in(SILENCE + SOUND + SILENCE, sample_rate=RATE)

    assert len(heard) == 2 * round(KEPT_LEAD_IN_S * RATE) + len(SOUND) + len(SILENCE)


def test_silence_alone_stays_as_it_is() -> None:
    assert without_lead_in(SILENCE, sample_rate=RATE) == SILENCE


async def test_what_was_rehearsed_is_not_rendered_again() -> None:
    engine = CountingEngine()
    voice = LocalVoice(engine)
    greeting = "Hello, this is EchoSphere. How can I help you today?"
    voice.rehearse(greeting, language=Language.ENGLISH)
    engine.rendered.clear()

    handed_over = [read_aloud(sentence, Language.ENGLISH) for sentence in sentences_in(greeting)]
    for sentence in [*(f" {each}" for each in handed_over), "Something new."]:
        assert [pcm async for pcm in voice.render(sentence)]

    assert engine.rendered == ["Something new."]


def test_what_another_process_has_rehearsed_is_only_read() -> None:
    engine, other, changed = CountingEngine(), CountingEngine(), CountingEngine()
    changed.edition = "counting 2"
    greeting = "Hello, this is EchoSphere. How can I help you today?"

    for each in (engine, other, changed):
        LocalVoice(each).rehearse(greeting, language=Language.ENGLISH)

    first, second = (read_aloud(sentence, Language.ENGLISH) for sentence in sentences_in(greeting))
    assert engine.rendered == changed.rendered == [first, second, second]
    assert other.rendered == [second]


async def test_the_voice_speaks_through_livekits_interface() -> None:
    voice = LocalVoice(CountingEngine())

    async with voice.synthesize("Anything.") as stream:
        heard_s = sum([audio.frame.duration async for audio in stream])

    assert heard_s == pytest.approx(KEPT_LEAD_IN_S + 0.1 + 0.2, abs=0.01)


async def test_a_part_sounds_before_the_next_is_made() -> None:
    engine = CountingEngine()
    parts = LocalVoice(engine).render("now this,|then that")

    await anext(parts)

    assert engine.rendered == ["now this,"]
    assert len([part async for part in parts]) == 1


@pytest.mark.parametrize(("breaks_at", "attempts"), [("now this,", 2), ("then that", 1)])
async def test_what_has_begun_to_sound_is_not_begun_anew(breaks_at: str, attempts: int) -> None:
    engine = CountingEngine()
    engine.breaks_at = breaks_at
    once_more = APIConnectOptions(max_retry=1, retry_interval=0.0)

    with pytest.raises(APIConnectionError):
        async with LocalVoice(engine).synthesize("now this,|then that", conn_options=once_more) as stream:
            assert [audio async for audio in stream]

    assert engine.rendered.count("now this,") == attempts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("録音は、終わるとすぐに処理され、聞けます。", ["録音は、", "終わるとすぐに処理され、", "聞けます。"]),
        ("東京、大阪、名古屋です。", ["東京、大阪、", "名古屋です。"]),
        ("はい、", ["はい、"]),
    ],
)
def test_a_japanese_sentence_is_made_breath_by_breath(text: str, parts: list[str]) -> None:
    assert OpenJTalk().parts(text) == parts
