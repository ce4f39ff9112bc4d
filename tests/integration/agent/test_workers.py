"""The programs around native libraries, as their users call them."""

import pytest

from agent_container.providers.local.engines import OpenJTalk, espeak, flite
from agent_container.workers.process import WorkerDied, WorkerProcess
from tests.integration.agent.person import spoken

pytestmark = pytest.mark.integration

LEAD_IN = bytes(2 * 4_800)  # 0.3 s of silence at 16 kHz, as the voice activity detector hands over


@pytest.fixture(scope="module")
def decoder() -> WorkerProcess:
    decoder = WorkerProcess("agent_container.workers.decoder")
    decoder.call("warm_up")
    return decoder


def hear(decoder: WorkerProcess, text: str, voice: str) -> list[str]:
    decoder.call("start")
    decoder.call("feed", LEAD_IN + spoken(text, voice) + LEAD_IN)
    guesses = decoder.call("finish")
    assert isinstance(guesses, list)
    return guesses


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
    worker = WorkerProcess("agent_container.workers.decoder")

    with pytest.raises(WorkerDied):
        worker.call("a method that is not served")
