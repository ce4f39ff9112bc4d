"""When a person was last heard, and when of a voice's sound the first can be heard: by the samples themselves."""

import time
from collections.abc import AsyncGenerator

import numpy
import pytest
from livekit import rtc

from agent_container.stages import Run, Stages, last_before

pytestmark = pytest.mark.unit
RATE = 16_000
NOISE, SPEECH = 20, 6_000


def frame(*parts: tuple[float, int]) -> rtc.AudioFrame:
    """Seconds and loudness of each part."""
    pcm = numpy.concatenate([numpy.full(round(seconds * RATE), loudness, numpy.int16) for seconds, loudness in parts])
    return rtc.AudioFrame(pcm.tobytes(), RATE, 1, len(pcm))


async def heard(monkeypatch: pytest.MonkeyPatch, *parts: tuple[float, int]) -> Stages:
    """Half a minute of virtual time from second 100 on: each part arrives when it has been spoken."""
    now, stages = 100.0, Stages()

    async def microphone() -> AsyncGenerator[rtc.AudioFrame]:
        nonlocal now
        for part in parts:
            now += part[0]
            yield frame(part)

    monkeypatch.setattr(time, "time", lambda: now)
    async for _ in stages.hear(microphone()):
        pass
    return stages


async def test_speech_ends_with_its_last_sound_wherever_the_detector_put_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stages = await heard(monkeypatch, (1.0, NOISE), (2.0, SPEECH), (1.0, NOISE))

    for detected in (102.95, 103.05, 103.4):
        assert stages.fell_silent_at(from_=101.0, until=detected) == pytest.approx(103.0, abs=0.011)


async def test_soft_last_sounds_belong_to_the_speech_and_the_rooms_noise_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stages = await heard(monkeypatch, (2.0, SPEECH), (0.1, SPEECH // 15), (1.0, SPEECH // 60))

    assert stages.fell_silent_at(from_=100.0, until=102.0) == pytest.approx(102.1, abs=0.011)


async def test_where_it_never_gets_quiet_the_detector_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    stages = await heard(monkeypatch, (5.0, SPEECH))

    assert stages.fell_silent_at(from_=101.0, until=103.0) == 103.0


async def test_where_nothing_was_heard_the_detector_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    stages = await heard(monkeypatch, (0.5, NOISE))

    assert stages.fell_silent_at(from_=200.0, until=203.0) == 203.0


def test_a_voice_is_heard_where_its_silence_ends() -> None:
    run = Run(began_at=1.0)

    run.take(frame((0.1, 0)))
    run.take(frame((0.05, NOISE), (0.05, SPEECH)))
    run.take(frame((0.1, 0), (0.1, SPEECH)))

    assert run.silent_s == pytest.approx(0.15)


def test_of_several_runs_the_last_one_before_the_sound_was_used() -> None:
    runs = Stages().thinking
    thrown_away, used, of_the_next = (Run(began_at=at, gave_at=at + 0.2) for at in (1.0, 2.0, 3.0))
    runs.extend((thrown_away, used, of_the_next, Run(began_at=2.1)))

    assert last_before(runs, 2.5) is used
    assert last_before(runs, 0.5) is None
