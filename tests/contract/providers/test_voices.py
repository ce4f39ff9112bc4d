"""What every voice promises: sound before the text is all spoken, errors that say whether to ask again, no traces."""

import numpy
import pytest
from livekit.agents import APIConnectOptions, APIError, APIStatusError, tts
from livekit.agents.metrics import TTSMetrics

from agent_container.provider_settings import ProviderName
from echosphere.domain.language import Language
from tests.contract.providers.conftest import Make
from tests.contract.providers.wire.answers import LOUDNESS, WORD_S
from tests.contract.providers.wire.script import Fault, Script

pytestmark = pytest.mark.contract
VOICES: list[ProviderName] = ["aws", "deepgram", "elevenlabs", "openai"]
ONCE = APIConnectOptions(max_retry=0, timeout=5)
TEXT = "こんにちは ☀"
NAME = "a-voice"


@pytest.fixture(params=VOICES)
def voice(request: pytest.FixtureRequest, make: Make) -> tts.TTS[str]:
    return make(request.param, "voice", voices={request.param: {"ja-JP": NAME}}).voice(Language.JAPANESE)


def say(voice: tts.TTS[str], text: str = TEXT) -> tts.ChunkedStream:
    return voice.synthesize(text, conn_options=ONCE)


async def test_its_first_sound_is_there_before_its_last(voice: tts.TTS[str], script: Script) -> None:
    script.go_on.clear()
    async with say(voice) as saying:
        first = await anext(saying)
        assert first.frame.duration < WORD_S

        script.go_on.set()
        rest = [piece.frame.duration async for piece in saying]
        assert first.frame.duration + sum(rest) == pytest.approx(WORD_S * len(script.words), abs=0.05)


async def test_it_sounds_as_it_was_sent(voice: tts.TTS[str]) -> None:
    frame = await say(voice).collect()

    samples = numpy.frombuffer(frame.data, numpy.int16)
    assert frame.sample_rate == voice.sample_rate and numpy.median(samples) == LOUDNESS


async def test_it_says_what_was_asked_with_the_voice_that_was_chosen(voice: tts.TTS[str], script: Script) -> None:
    await say(voice).collect()

    (asked,) = script.requests
    assert TEXT in asked.values() and NAME in asked.values()


async def test_it_says_how_much_it_spoke(voice: tts.TTS[str]) -> None:
    figures: list[TTSMetrics] = []
    voice.on("metrics_collected", figures.append)

    async with say(voice) as saying:
        assert [piece async for piece in saying]

    (one,) = figures
    assert one.characters_count == len(TEXT) and one.audio_duration == pytest.approx(1.5, abs=0.05)


@pytest.mark.parametrize(("fault", "status"), [(Fault.THROTTLE, 429), (Fault.BROKEN, 500), (Fault.REFUSED, 403)])
async def test_a_refusal_says_whether_to_ask_again(
    voice: tts.TTS[str], script: Script, fault: Fault, status: int
) -> None:
    script.fault = fault

    with pytest.raises(APIStatusError) as refusal:
        await say(voice).collect()
    assert refusal.value.status_code == status and refusal.value.retryable == (fault is not Fault.REFUSED)


async def test_a_sentence_that_breaks_off_is_an_error(voice: tts.TTS[str], script: Script) -> None:
    script.fault = Fault.CUT

    with pytest.raises(APIError):
        await say(voice).collect()


async def test_a_cancelled_sentence_leaves_nothing_running(voice: tts.TTS[str], script: Script) -> None:
    script.go_on.clear()
    saying = say(voice)
    await script.until_called()

    await saying.aclose()

    await script.until_everybody_left()
