from pathlib import Path

import pytest

from echosphere.adapters.mediaconvert.news import TranscodeStatus
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts
from tests.integration.local.mediaconvert.hearing import channels, level, probed, save
from tests.integration.local.mediaconvert.place import FOLDER, MEDIA, Place, make_film
from tests.playlists import faults

pytestmark = pytest.mark.integration

LEFT_HZ, RIGHT_HZ = 440, 880


@pytest.fixture(scope="session")
def made(place: Place, role_arn: str, talk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    news = place.transcode(talk, role_arn=role_arn, name="talk")
    assert news.status is TranscodeStatus.COMPLETE, news
    return save(place.media(), tmp_path_factory.mktemp("made"))


def test_a_talk_has_its_playlists_its_segments_and_its_download(made: Path) -> None:
    names = {str(path.relative_to(made / FOLDER)) for path in made.rglob("*.*")}
    renditions = [f"hls/audio_{rate}k" for rate in (128, 96, 64)]

    segments = {f"{name}_{number:05d}.ts" for name in renditions for number in (1, 2)}
    assert names == {"dual.m4a", "hls/audio.m3u8", *(f"{name}.m3u8" for name in renditions), *segments}


@pytest.mark.parametrize("name", ["audio", "audio_128k", "audio_96k", "audio_64k"])
def test_a_player_reads_every_playlist_to_its_end(made: Path, name: str) -> None:
    found = probed(made / FOLDER / "hls" / f"{name}.m3u8")

    assert {stream["codec_name"] for stream in found["streams"]} == {"aac"}
    assert float(found["format"]["duration"]) == pytest.approx(12.5, abs=0.1)


def test_each_rendition_holds_both_sides_in_one_channel(made: Path) -> None:
    (mixed,) = channels(made / FOLDER / "hls" / "audio_64k.m3u8")

    assert level(mixed, LEFT_HZ) == pytest.approx(level(mixed, RIGHT_HZ), rel=0.1)
    assert level(mixed, LEFT_HZ) > 0.05


def test_the_download_keeps_the_two_sides_apart(made: Path) -> None:
    left, right = channels(made / FOLDER / "dual.m4a")

    assert level(left, LEFT_HZ) > 100 * level(left, RIGHT_HZ)
    assert level(right, RIGHT_HZ) > 100 * level(right, LEFT_HZ)


@pytest.mark.parametrize(("name", "bits"), [("audio_128k", 128_000), ("audio_96k", 96_000), ("audio_64k", 64_000)])
def test_a_rendition_has_the_bits_that_were_asked_for(made: Path, name: str, bits: int) -> None:
    size = sum(path.stat().st_size for path in (made / FOLDER / "hls").glob(f"{name}_*.ts"))

    assert size * 8 / 12.5 == pytest.approx(bits, rel=0.15)


def test_files_are_stored_with_the_types_that_players_ask_for(place: Place, made: Path) -> None:
    types = {
        path.suffix: place.s3.head_object(Bucket=MEDIA, Key=str(path.relative_to(made)))["ContentType"]
        for path in made.rglob("*.*")
    }

    assert types == {".m3u8": "application/vnd.apple.mpegurl", ".ts": "video/MP2T", ".m4a": "audio/mp4"}


def test_a_picture_and_its_sound_begin_together(place: Place, role_arn: str, tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mp4", seconds=7, size="640x480")
    facts = SourceFacts(dual_channel=True, duration_s=7, has_video=True, width=640, height=480, frames_per_second=15)

    news = place.transcode(film, facts, role_arn=role_arn, name="film")

    folder = save(place.media(), tmp_path) / FOLDER / "hls"
    assert [each.name for each in news.renditions] == ["480p", "audio_128k", "audio_96k", "audio_64k"]
    assert (news.renditions[0].width, news.renditions[0].height) == (640, 480)
    picture = probed(folder / "video_480p_00001.ts")["streams"][0]
    sound = probed(folder / "video_audio_128k_00001.ts")["streams"][0]
    assert (picture["codec_name"], picture["profile"]) == ("h264", "High")
    assert float(picture["start_time"]) == pytest.approx(float(sound["start_time"]), abs=0.03)
    assert probed(folder / "video.m3u8")["format"]["nb_streams"] >= 2
    assert faults(folder) == {}
