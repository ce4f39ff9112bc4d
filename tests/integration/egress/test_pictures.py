"""A talk with cameras on the real server, recorded into a real S3."""

import time
from itertools import pairwise
from pathlib import Path
from statistics import median

import av
import psutil
import pytest

from tests.integration.egress.cameras import SCREEN, a_camera, read_pictures, together_s
from tests.integration.egress.house import House
from tests.integration.egress.test_recording import ACTIVE, COMPLETE, FAILED, recorders
from tests.integration.egress.voices import a_voice, bursts_of, read_sides

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]

LATER_S = 5
TOGETHER_S = 0.100
ABOUT_GREY, BLACK, NEUTRAL, WHITE = (pytest.approx(value, abs=6) for value in (90, 16, 48, 230))


async def test_picture_and_sound_are_together_and_who_comes_later_is_seen_later(house: House, tmp_path: Path) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=440) as person:
        await house.start_recording(with_pictures=True)
        info = await house.until("egress_updated", ACTIVE)
        await person.says(LATER_S)
        async with a_camera(person) as camera:
            (recorder,) = recorders(house)
            before = recorder.cpu_times()
            await person.says(8)
            after = recorder.cpu_times()
            print(f"one core: {(after.user + after.system - before.user - before.system) / 8:.0%}, {_mb(recorder)} MB")
            await house.close_room()
    await house.until("egress_ended", COMPLETE)
    path = house.stored(tmp_path)

    seen, heard = read_pictures(path), bursts_of(read_sides(path)[1], started_ns=0)
    late_s = together_s(seen.flashes_s(), heard)
    print("picture after sound, ms:", [round(1000 * late) for late in late_s])
    assert len(late_s) >= 6
    assert max(map(abs, late_s)) <= TOGETHER_S
    appears_s = camera.began_s - info.file_results[0].started_at / 1e9
    assert seen.brightness(appears_s - 0.1) == NEUTRAL
    assert seen.brightness(appears_s + 1) in (ABOUT_GREY, WHITE)
    with av.open(str(path)) as file:
        (video,) = file.streams.video
        assert (video.width, video.height, video.codec_context.name) == (1280, 720, "h264")
    steps_s = [later - at for at, later in pairwise(seen.at_s)]
    assert median(steps_s) == pytest.approx(1 / 15, abs=0.001)


async def test_a_screen_stands_in_front_and_what_is_muted_is_no_longer_shown(house: House, tmp_path: Path) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=440) as person, a_voice(house, "agent", hz=880) as other:
        async with a_camera(person), a_camera(other) as another:
            await house.start_recording(with_pictures=True)
            info = await house.until("egress_updated", ACTIVE)
            await person.says(3)
            grid_s = time.time()
            another.track.mute()
            await person.says(3)
            alone_s = time.time()
            async with a_camera(person, SCREEN):
                await person.says(3)
                screen_s = time.time()
        await person.says(2)
        gone_s = time.time()
        await house.close_room()
    await house.until("egress_ended", COMPLETE)

    seen = read_pictures(house.stored(tmp_path))
    # Before what came next was seen.
    started_s = info.file_results[0].started_at / 1e9 + 0.3
    shown = (ABOUT_GREY, WHITE)
    assert seen.brightness(grid_s - started_s, 0.25) in shown
    assert seen.brightness(grid_s - started_s, 0.75) in shown
    assert seen.brightness(grid_s - started_s, 0.5, 0.05) == BLACK, "two stand side by side"
    assert seen.brightness(alone_s - started_s, 0.5, 0.05) in shown, "one fills it"
    assert seen.brightness(screen_s - started_s, 0.35) in shown
    assert seen.brightness(screen_s - started_s, 0.35, 0.05) == BLACK
    assert seen.brightness(screen_s - started_s, 0.9, 0.1) in shown, "the camera is in the strip"
    assert seen.brightness(screen_s - started_s, 0.9, 0.9) == BLACK
    assert seen.brightness(gone_s - started_s) == NEUTRAL
    assert not [at for at in seen.at_s if seen.brightness(at, 0.45) == BLACK], "nothing ends in a black flash"


async def test_a_recorder_of_pictures_that_is_killed_loses_two_seconds_at_most(house: House, tmp_path: Path) -> None:
    await house.open_room()
    async with a_voice(house, "standard", hz=440) as person, a_camera(person):
        await house.start_recording(with_pictures=True)
        info = await house.until("egress_updated", ACTIVE)
        await person.says(5)
        (recorder,) = recorders(house)
        recorder.kill()
        killed_s = time.time()
        await house.until("egress_ended", FAILED)

    path = house.stored(tmp_path)
    lived_s = killed_s - info.file_results[0].started_at / 1e9
    heard_s = read_sides(path).shape[1] / 48_000
    print(f"lost: picture {lived_s - read_pictures(path).at_s[-1]:.2f} s, sound {lived_s - heard_s:.2f} s")
    assert read_pictures(path).at_s[-1] > lived_s - 2
    assert heard_s > lived_s - 2


def _mb(process: psutil.Process) -> int:
    return int(process.memory_info().rss // 1_000_000)
