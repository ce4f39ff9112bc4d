from pathlib import Path

import pytest

from local.mediaconvert.ffmpeg_command import command
from local.mediaconvert.plan import FileGroup, HlsGroup
from local.mediaconvert.read_plan import read_plan
from local.mediaconvert.source import Source
from tests.unit.adapters.mediaconvert.examples import TALK, video
from tests.unit.local.mediaconvert.examples import settings

pytestmark = pytest.mark.unit

STEREO = Source(channels=(2,), duration_s=60, width=1280, height=720, frame_rate="15/1")


def test_a_files_name_is_the_end_of_the_destination_and_the_modifier() -> None:
    plan = read_plan(settings(video(1280, 720)))

    assert [output.path for output in plan.outputs] == [
        "media/s-1/001/hls/video_720p",
        "media/s-1/001/hls/video_480p",
        "media/s-1/001/hls/video_audio_128k",
        "media/s-1/001/hls/video_audio_96k",
        "media/s-1/001/hls/video_audio_64k",
        "media/s-1/001/dual.m4a",
    ]


def test_a_destination_without_a_name_takes_the_sources() -> None:
    asked = settings()
    asked["outputGroups"][0]["outputGroupSettings"]["hlsGroupSettings"]["destination"] = "s3://media/hls/"

    group = read_plan(asked).groups[0]

    assert isinstance(group, HlsGroup)
    assert group.path == "hls/001"


def test_a_download_is_a_file_of_its_own() -> None:
    group = read_plan(settings()).groups[1]

    assert isinstance(group, FileGroup)
    assert group.outputs[0].sound
    assert (group.outputs[0].sound.channels, group.outputs[0].sound.mix_db) == (2, None)


def test_one_process_decodes_once_and_mixes_once(tmp_path: Path) -> None:
    arguments = command(read_plan(settings(TALK)), STEREO, tmp_path / "in", tmp_path)
    graph = arguments[arguments.index("-filter_complex") + 1]

    assert arguments.count("-i") == 1
    assert graph == ("[0:a:0]pan=mono|c0=0.501187*c0+0.501187*c1,asplit=3[a0_0][a0_1][a0_2];[0:a:0]asplit=1[a1_0]")
    assert arguments.count("-map") == 4


def test_ffmpeg_gives_way_to_everything_else(tmp_path: Path) -> None:
    arguments = command(read_plan(settings(TALK)), STEREO, tmp_path / "in", tmp_path)

    assert arguments[arguments.index("nice") :][:3] == ["nice", "-n", "10"]


def test_a_picture_has_its_size_its_ceiling_and_its_key_frames(tmp_path: Path) -> None:
    arguments = command(read_plan(settings(video(1280, 720))), STEREO, tmp_path / "in", tmp_path)

    assert "scale=1280:720,setsar=1[v0]" in arguments[arguments.index("-filter_complex") + 1]
    assert arguments[arguments.index("-maxrate") + 1] == "2500000"
    assert arguments[arguments.index("-force_key_frames") + 1] == "expr:gte(t,n_forced*2.0)"
