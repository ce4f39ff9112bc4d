"""The local voices as LiveKit's TTS."""

import numpy
import pytest

from agent_container.providers.local.voice import KEPT_LEAD_IN_S, LocalVoice, without_lead_in
from agent_container.speech.read_aloud import read_aloud
from agent_container.speech.sentences import sentences_in
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit

RATE = 16_000
SILENCE = numpy.zeros(RATE // 5, numpy.int16).tobytes()
SOUND = numpy.full(RATE // 10, 5_000, numpy.int16).tobytes()


class CountingEngine:
    name = "counting"
    sample_rate = RATE

    def __init__(self) -> None:
        self.rendered: list[str] = []

    def render(self, text: str) -> bytes:
        self.rendered.append(text)
        return SILENCE + SOUND + SILENCE

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

    handed_over = [read_aloud(sentence, Language.ENGLISH) for sentence in sentences_in(greeting)]
    for sentence in handed_over:
        await voice.render(f" {sentence}")
    await voice.render("Something new.")

    assert engine.rendered == [*handed_over, "Something new."]


async def test_the_voice_speaks_through_livekits_interface() -> None:
    voice = LocalVoice(CountingEngine())

    async with voice.synthesize("Anything.") as stream:
        heard_s = sum([audio.frame.duration async for audio in stream])

    assert heard_s == pytest.approx(KEPT_LEAD_IN_S + 0.1 + 0.2, abs=0.01)
