"""Our measure of how much is said is LiveKit's, in a fraction of its time."""

from collections.abc import Sequence

import numpy
import pytest
from livekit import rtc
from livekit.agents.voice.io import AudioOutput, AudioOutputCapabilities
from livekit.agents.voice.transcription import synchronizer
from livekit.agents.voice.transcription._speaking_rate import SpeakingRateDetector, SpeakingRateEvent

from agent_container.speech.speaking_rate import SpeakingRate, keep_pace_at_less_cost

pytestmark = pytest.mark.unit

PAUSES_HZ = 0.5


def frames_of(seconds: float, *, sample_rate: int, frame_s: float) -> list[rtc.AudioFrame]:
    """Something that swells and pauses, as speech does."""
    at_s = numpy.arange(int(seconds * sample_rate)) / sample_rate
    hiss = numpy.random.default_rng(7).normal(0, 3_000, len(at_s))
    swell = numpy.clip(numpy.sin(2 * numpy.pi * PAUSES_HZ * at_s) + 0.6, 0, 1)
    samples = (hiss * swell).astype(numpy.int16)
    length = int(sample_rate * frame_s)
    pieces = [samples[begin : begin + length] for begin in range(0, len(samples), length)]
    return [rtc.AudioFrame(each.tobytes(), sample_rate, 1, len(each)) for each in pieces]


async def measured(detector: SpeakingRateDetector | SpeakingRate, frames: Sequence[rtc.AudioFrame]) -> numpy.ndarray:
    """A row for each moment: its second, whether somebody speaks, how much."""
    stream = detector.stream()
    for each in frames:
        stream.push_frame(each)
    stream.end_input()
    told: list[SpeakingRateEvent] = [event async for event in stream]
    await stream.aclose()
    return numpy.array([(each.timestamp, each.speaking, each.speaking_rate) for each in told])


@pytest.mark.parametrize("seconds", [0.3, 0.7, 1.05, 6.33])
@pytest.mark.parametrize(("sample_rate", "frame_s"), [(16_000, 0.02), (24_000, 0.013), (48_000, 1.0), (24_000, 9.0)])
async def test_each_moment_is_measured_as_livekit_measures_it(seconds: float, sample_rate: int, frame_s: float) -> None:
    frames = frames_of(seconds, sample_rate=sample_rate, frame_s=frame_s)

    ours, livekits = await measured(SpeakingRate(), frames), await measured(SpeakingRateDetector(), frames)

    assert ours.shape == livekits.shape
    numpy.testing.assert_allclose(ours, livekits, rtol=1e-5)


async def test_silence_says_nothing() -> None:
    silence = [rtc.AudioFrame.create(24_000, 1, 24_000) for _ in range(3)]

    assert (await measured(SpeakingRate(), silence))[:, 1:].any() == numpy.False_


async def test_no_sound_at_all_has_no_moments() -> None:
    assert len(await measured(SpeakingRate(), [])) == 0


async def test_an_answer_that_is_cut_off_tells_no_more() -> None:
    stream = SpeakingRate().stream()
    await stream.aclose()
    for each in frames_of(2.0, sample_rate=24_000, frame_s=0.1):
        stream.push_frame(each)
    stream.end_input()

    assert [event async for event in stream] == []


class Nowhere(AudioOutput):
    def __init__(self) -> None:
        super().__init__(label="nowhere", capabilities=AudioOutputCapabilities(pause=True))

    async def capture_frame(self, frame: rtc.AudioFrame) -> None: ...

    def flush(self) -> None: ...

    def clear_buffer(self) -> None: ...


async def test_captions_are_paced_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(synchronizer, "SpeakingRateDetector", SpeakingRateDetector)
    keep_pace_at_less_cost()

    paced = synchronizer.TranscriptSynchronizer(next_in_chain_audio=Nowhere(), next_in_chain_text=None)

    assert isinstance(paced._opts.speaking_rate_detector, SpeakingRate)
    await paced.aclose()
