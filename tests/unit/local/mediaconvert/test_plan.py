from pathlib import Path

import pytest

from local.mediaconvert.ffmpeg_command import commands, ways
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


def test_the_sounds_of_a_group_share_a_process_and_a_mix(tmp_path: Path) -> None:
    sounds, dual = commands(read_plan(settings(TALK)), STEREO, tmp_path / "in", tmp_path, way=())

    assert graph_of(sounds) == "[0:a:0]pan=mono|c0=0.501187*c0+0.501187*c1,asplit=3[a0_0][a0_1][a0_2]"
    assert (sounds.count("-map"), dual.count("-map")) == (3, 1)
    assert graph_of(dual) == "[0:a:0]asplit=1[a0_0]"


def test_pictures_are_made_beside_the_sounds_and_waited_for_first(tmp_path: Path) -> None:
    pictures, sounds = commands(read_plan(settings(video(1280, 720))), STEREO, tmp_path / "in", tmp_path, way=())

    assert graph_of(pictures) == "[0:v:0]split=2[s0][s1];[s0]scale=1280:720,setsar=1[v0];[s1]scale=852:480,setsar=1[v1]"
    assert "libx264" not in sounds


def test_ffmpeg_gives_way_to_everything_else(tmp_path: Path) -> None:
    for arguments in commands(read_plan(settings(TALK)), STEREO, tmp_path / "in", tmp_path, way=ways()[0]):
        assert " ".join(arguments).partition("ffmpeg")[0].endswith(("chrt --idle 0 ", "nice -n 10 "))


def test_on_a_full_machine_it_gets_its_share_the_second_time() -> None:
    assert ways()[-1] == ("nice", "-n", "10")


def test_a_picture_has_its_ceiling_and_its_key_frames(tmp_path: Path) -> None:
    arguments = commands(read_plan(settings(video(1280, 720))), STEREO, tmp_path / "in", tmp_path, way=())[0]

    assert arguments[arguments.index("-maxrate") + 1] == "2500000"
    assert arguments[arguments.index("-force_key_frames") + 1] == "expr:gte(t,n_forced*2.0)"


def graph_of(arguments: list[str]) -> str:
    return arguments[arguments.index("-filter_complex") + 1]
