from pathlib import Path

import av
import numpy
import pytest
from livekit import api

from local.egress.measure_sound import salvage
from local.egress.recorder.sound_file import SoundFile
from local.egress.recorder.timeline import RATE, Sound
from local.egress.recorder.whole_boxes import keep_whole_fragments

pytestmark = pytest.mark.media

MP4, OGG = api.EncodedFileType.MP4, api.EncodedFileType.OGG
PIECE = RATE // 4
LOUD = 2_000


def sides(*, seconds: int) -> Sound:
    """A tone of 0.1 s in each second: left at its half, right at three quarters of it."""
    tone = 8000 * numpy.sin(2 * numpy.pi * 440 * numpy.arange(RATE // 10) / RATE)
    both = numpy.zeros((2, seconds * RATE), numpy.int16)
    for second in range(seconds):
        for row, start in enumerate((RATE // 2, 3 * RATE // 4)):
            both[row, second * RATE + start : second * RATE + start + len(tone)] = tone
    return both


def write(path: Path, file_type: int, sound: Sound) -> list[int]:
    """Answers the size on disk after each quarter of a second."""
    sizes = []
    with SoundFile(path, file_type) as file:
        for start in range(0, sound.shape[1], PIECE):
            file.write(sound[:, start : start + PIECE])
            sizes.append(path.stat().st_size)
    return sizes


def read(path: Path) -> Sound:
    resampler = av.AudioResampler("s16", layout="stereo", rate=RATE)
    with av.open(str(path)) as file:
        frames = [made for frame in file.decode(audio=0) for made in resampler.resample(frame)]
    return numpy.concatenate([frame.to_ndarray().reshape(-1, 2).T for frame in frames], axis=1)


def first_loud(row: Sound) -> int:
    return int(numpy.nonzero(abs(row.astype(numpy.int32)) > LOUD)[0][0])


@pytest.mark.parametrize("file_type", [MP4, OGG])
def test_each_side_is_heard_on_its_own_at_its_time(tmp_path: Path, file_type: int) -> None:
    path = tmp_path / "sound"
    write(path, file_type, sides(seconds=3))

    heard = read(path)

    lead_in = 1024 if file_type == MP4 else 0
    assert abs(first_loud(heard[0]) - RATE // 2 - lead_in) < 0.001 * RATE
    assert abs(first_loud(heard[1]) - 3 * RATE // 4 - lead_in) < 0.001 * RATE
    # But for the codec's own foreboding.
    assert abs(heard[1, : 7 * RATE // 10].astype(int)).max() < 20, "the left side is heard in the right one"


@pytest.mark.parametrize("cut_after_s", [2, 5, 9])
def test_a_killed_writer_leaves_all_but_the_last_second_playable(tmp_path: Path, cut_after_s: int) -> None:
    path, left = tmp_path / "sound", tmp_path / "left"
    sizes = write(path, MP4, sides(seconds=10))
    # As the disk held it, with half of the next fragment behind it.
    left.write_bytes(path.read_bytes()[: sizes[4 * cut_after_s - 1] + 700])

    plays_s = salvage(left, MP4) / 1e9

    assert cut_after_s - 1 <= plays_s <= cut_after_s + 0.1
    assert read(left).shape[1] / RATE == pytest.approx(plays_s, abs=0.05)


def test_a_writer_that_was_killed_at_once_leaves_nothing_to_play(tmp_path: Path) -> None:
    left = tmp_path / "left"
    left.write_bytes(b"")

    assert salvage(left, MP4) == 0
    assert salvage(tmp_path / "never written", MP4) == 0


def test_what_is_no_mp4_is_cut_to_nothing(tmp_path: Path) -> None:
    left = tmp_path / "left"
    left.write_bytes(b"no box at all, but text")

    assert keep_whole_fragments(left) == 0
