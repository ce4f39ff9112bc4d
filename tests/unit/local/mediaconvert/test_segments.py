from pathlib import Path

import pytest

from local.mediaconvert.ffmpeg_command import segment_list
from local.mediaconvert.plan import HlsGroup, Output
from local.mediaconvert.segments import Segments

pytestmark = pytest.mark.unit

OUTPUT = Output(bucket="media", path="hls/audio_64k", sound=None, picture=None)
GROUP = HlsGroup(
    bucket="media", path="hls/audio", segment_s=6, shortest_last_segment_s=1, rounds_target_up=False, outputs=[OUTPUT]
)


def write(folder: Path, number: int, begin: float, end: float, *, whole_line: bool = True) -> None:
    name = f"audio_64k_{number:05d}.ts"
    (folder / name).write_text(str(number))
    with segment_list(folder, OUTPUT).open("a") as opened:
        opened.write(f"{name},{begin},{end}" + ("\n" if whole_line else ""))


def names(paths: object) -> list[str]:
    return [path.name for path in paths]  # type: ignore[attr-defined]


def test_nothing_is_there_before_ffmpeg_has_begun(tmp_path: Path) -> None:
    assert names(Segments(GROUP, OUTPUT, tmp_path).whole()) == []


def test_segments_are_handed_out_while_the_rest_is_made_and_the_last_two_wait(tmp_path: Path) -> None:
    segments = Segments(GROUP, OUTPUT, tmp_path)
    for number in range(3):
        write(tmp_path, number + 1, number * 6, number * 6 + 6)

    assert names(segments.whole()) == ["audio_64k_00001.ts"]
    assert names(segments.whole()) == []

    write(tmp_path, 4, 18, 24)
    assert names(segments.whole()) == ["audio_64k_00002.ts"]
    assert names(segments.rest()) == ["audio_64k_00003.ts", "audio_64k_00004.ts"]
    assert [segment.duration_s for segment in segments.all] == [6, 6, 6, 6]


def test_a_last_segment_that_is_too_short_is_joined_to_the_one_before(tmp_path: Path) -> None:
    segments = Segments(GROUP, OUTPUT, tmp_path)
    write(tmp_path, 1, 0, 6)
    write(tmp_path, 2, 6, 6.5)

    assert names(segments.rest()) == ["audio_64k_00001.ts"]
    assert [(segment.duration_s, segment.size) for segment in segments.all] == [(6.5, 2)]
    assert (tmp_path / "audio_64k_00001.ts").read_text() == "12"


def test_a_talk_below_the_shortest_length_has_one_segment(tmp_path: Path) -> None:
    segments = Segments(GROUP, OUTPUT, tmp_path)
    write(tmp_path, 1, 0, 0.5)

    assert names(segments.rest()) == ["audio_64k_00001.ts"]


def test_half_a_line_waits_for_its_other_half(tmp_path: Path) -> None:
    segments = Segments(GROUP, OUTPUT, tmp_path)
    write(tmp_path, 1, 0, 6, whole_line=False)

    assert names(segments.rest()) == []
