"""Of several voices the first that can speaks; a sentence is never lost."""

import numpy
import pytest
from livekit.agents import APIConnectionError, APIConnectOptions

from agent_container.providers.chain.links import Link, Links, Patience
from agent_container.providers.chain.voice import ChainedVoice
from tests.unit.agent_container.providers.chain.actors import Voice

pytestmark = pytest.mark.unit
ONCE = APIConnectOptions(max_retry=0)
SOON = Patience(first_s=0.2, last_s=0.2, stall_s=0.2)
BROKEN = APIConnectionError()


def chain(*voices: Voice) -> ChainedVoice:
    first, *others = voices
    return ChainedVoice(
        Links("voice", [Link("aws", first), *(Link("local", other) for other in others)], patience=SOON)
    )


async def say(voice: ChainedVoice) -> list[int]:
    """The loudness of each tenth of a second."""
    frame = await voice.synthesize("Good day.", conn_options=ONCE).collect()
    samples, tenth = numpy.frombuffer(frame.data, numpy.int16), voice.sample_rate // 10
    whole = samples[: len(samples) // tenth * tenth]  # LiveKit marks the end by some milliseconds of silence
    return [int(each.max()) for each in whole.reshape(-1, tenth)]


async def test_the_first_speaks_and_the_others_are_not_asked() -> None:
    other = Voice("no")

    assert await say(chain(Voice("good", "day", loudness=3), other)) == [3, 3]
    assert other.asked == 0


@pytest.mark.parametrize("fault", [BROKEN, TimeoutError(), None])
async def test_the_next_speaks_for_one_that_fails_or_is_silent(fault: Exception | None) -> None:
    assert await say(chain(Voice(fault), Voice("good", "day", loudness=5))) == [5, 5]


async def test_a_sentence_that_breaks_off_is_said_again_whole() -> None:
    assert await say(chain(Voice("good", None, loudness=3), Voice("good", "day", loudness=5))) == [3, 5, 5]


async def test_who_failed_is_not_asked_for_the_next_sentence() -> None:
    first = Voice(BROKEN)
    voice = chain(first, Voice("good", "day"))

    await say(voice)
    await say(voice)

    assert first.asked == 1


async def test_voices_of_different_rates_sound_at_one() -> None:
    voice = chain(Voice(BROKEN, rate=48_000), Voice("good", "day", loudness=1000))

    frame = await voice.synthesize("Good day.", conn_options=ONCE).collect()

    assert frame.sample_rate == 48_000
    assert frame.duration == pytest.approx(0.2, abs=0.02)


async def test_when_nobody_can_speak_it_says_so_and_may_be_asked_again() -> None:
    with pytest.raises(APIConnectionError) as failure:
        await say(chain(Voice(BROKEN), Voice(None)))

    assert failure.value.retryable
