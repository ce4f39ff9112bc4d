from pathlib import Path

import av
import numpy
import pytest
from livekit import api

from local.egress.measure_sound import salvage
from local.egress.recorder.scene import FRAMES_PER_SECOND, Scene, Tile
from local.egress.recorder.talk_file import TalkFile
from local.egress.recorder.timeline import RATE
from tests.media.test_sound_file import first_loud, read, sides
from tests.unit.local.egress.pictures import a_picture

pytestmark = pytest.mark.media

QUARTER_S = RATE // 4
LEAD_IN_S = 1024 / RATE


def write(path: Path, *, seconds: int, left_out: set[int] | None = None) -> list[int]:
    """A picture that turns white at each half second, when a tone begins. Answers the size after each quarter."""
    sizes, sound, shown = [], sides(seconds=seconds), 0
    with TalkFile(path) as file:
        for start in range(0, sound.shape[1], QUARTER_S):
            until = (start + QUARTER_S) * FRAMES_PER_SECOND // RATE
            file.show([scene(number) for number in range(shown, until) if number not in (left_out or set())])
            file.write(sound[:, start : start + QUARTER_S])
            shown = until
            sizes.append(path.stat().st_size)
    return sizes


def scene(number: int) -> Scene:
    is_white = number % FRAMES_PER_SECOND >= FRAMES_PER_SECOND / 2
    return Scene(number, None, (Tile("TR_1", a_picture(230 if is_white else 90)),))


def whites_s(path: Path) -> list[float]:
    with av.open(str(path)) as file:
        frames = [(frame.time or 0, int(frame.to_ndarray()[360, 640])) for frame in file.decode(video=0)]
    return [at for (at, now), (_, before) in zip(frames[1:], frames, strict=False) if now > 180 > before]


@pytest.mark.parametrize("left_out", [set(), set(range(1, 7)) | {20, 21, 22, 40}])
def test_picture_and_sound_stay_together_also_when_frames_are_left_out(tmp_path: Path, left_out: set[int]) -> None:
    path = tmp_path / "sound"
    write(path, seconds=3, left_out=left_out)

    flashes = [at - LEAD_IN_S for at in whites_s(path)]

    assert flashes == pytest.approx([8 / 15 + second for second in range(3)], abs=0.001)
    assert first_loud(read(path)[0]) / RATE - LEAD_IN_S == pytest.approx(0.5, abs=0.001)


def test_a_killed_writer_leaves_both_playable(tmp_path: Path) -> None:
    path, left = tmp_path / "sound", tmp_path / "left"
    sizes = write(path, seconds=4)
    left.write_bytes(path.read_bytes()[: sizes[4 * 3 - 1] + 700])

    assert salvage(left, api.EncodedFileType.MP4) / 1e9 > 3 - 1.1
    assert len(whites_s(left)) >= 2
    assert numpy.max(read(left)) > 0
