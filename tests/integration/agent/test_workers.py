"""The programs around native libraries, as their users call them."""

import psutil
import pytest

from agent_container.providers.local.engines import OpenJTalk, espeak, flite
from agent_container.workers.nursery import a_nursery
from agent_container.workers.process import WorkerDied, WorkerProcess
from tests.integration.agent.person import spoken

pytestmark = pytest.mark.integration

DECODER = "agent_container.workers.decoder"
LEAD_IN = bytes(2 * 4_800)  # 0.3 s of silence at 16 kHz, as the voice activity detector hands over
TALK = [("what is echosphere", "kal16"), ("how many feet are in a mile", "rms"), ("who are you", "slt")]


@pytest.fixture(scope="module")
def decoder() -> WorkerProcess:
    decoder = WorkerProcess(DECODER)
    decoder.until_ready()
    return decoder


def hear(decoder: WorkerProcess, text: str, voice: str) -> list[str]:
    decoder.call("start")
    decoder.call("feed", LEAD_IN + spoken(text, voice) + LEAD_IN)
    guesses = decoder.call("finish")
    assert isinstance(guesses, list)
    return guesses


def hear_all(decoder: WorkerProcess) -> list[list[str]]:
    return [hear(decoder, text, voice) for text, voice in TALK]


@pytest.mark.parametrize("voice", ["kal16", "rms", "slt"])
def test_the_products_name_is_understood_though_no_dictionary_has_it(decoder: WorkerProcess, voice: str) -> None:
    assert "what is echosphere" in hear(decoder, "what is echosphere", voice)


def test_the_decoder_names_several_ways_to_have_heard_something(decoder: WorkerProcess) -> None:
    guesses = hear(decoder, "how many feet are in a mile", "kal16")

    assert len(guesses) > 1
    assert len(set(guesses)) == len(guesses)


@pytest.mark.parametrize(
    ("engine", "text"),
    [(flite("rms"), "Hello."), (espeak("pt-br"), "Olá."), (OpenJTalk(), "こんにちは、漢字も読めます。")],
)
def test_every_voice_makes_sound(engine: OpenJTalk, text: str) -> None:
    pcm = engine.render(text)
    engine.close()

    assert len(pcm) / 2 / engine.sample_rate > 0.3  # seconds


def test_a_worker_that_dies_is_reported_and_not_waited_for() -> None:
    worker = WorkerProcess(DECODER)

    with pytest.raises(WorkerDied):
        worker.call("a method that is not served")


def test_each_forked_decoder_hears_word_for_word_what_a_program_of_its_own_hears() -> None:
    """In the same order, because each utterance is held against those before it."""
    expected = [hear_all(WorkerProcess(DECODER))]

    with a_nursery():
        first, second = WorkerProcess(DECODER), WorkerProcess(DECODER)

        assert [hear_all(first), hear_all(second)] == 2 * expected


def test_a_forked_voice_sounds_as_a_program_of_its_own_does() -> None:
    expected = OpenJTalk().render("こんにちは、漢字も読めます。")

    with a_nursery():
        assert OpenJTalk().render("こんにちは、漢字も読めます。") == expected


def test_models_that_are_loaded_for_a_fork_start_no_thread() -> None:
    with a_nursery():
        voice, decoder = OpenJTalk(), WorkerProcess(DECODER)
        voice.render("あ")
        decoder.until_ready()
        (nursery,) = (each for each in psutil.Process().children() if len(each.children()) == len([voice, decoder]))

        assert nursery.num_threads() == 1
