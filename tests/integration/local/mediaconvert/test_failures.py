from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from echosphere.adapters.mediaconvert.job_settings import job_settings
from echosphere.adapters.mediaconvert.news import TranscodeStatus
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts
from echosphere.domain.errors import TranscoderRefused
from tests.integration.local.mediaconvert.place import MEDIA, RAW, ROLE_RIGHTS, Place, allow, ffmpeg, job, make_film

pytestmark = pytest.mark.integration

CREATE = allow("mediaconvert:CreateJob")


@pytest.fixture
def poison(tmp_path: Path, talk: Path) -> dict[str, Path]:
    """By what is wrong with it."""
    whole = ffmpeg(tmp_path / "whole.mp4", "-i", str(talk), "-c", "copy")
    early = ffmpeg(tmp_path / "early.mp4", "-i", str(talk), "-c", "copy", "-movflags", "+faststart")
    bytes_of = {
        "empty": b"",
        "text": b"this is not a film\n" * 100,
        "no_table": whole.read_bytes()[:60_000],
        "cut_off": early.read_bytes()[: early.stat().st_size // 2],
    }
    paths = {name: tmp_path / f"{name}.mp4" for name in bytes_of}
    for name, content in bytes_of.items():
        paths[name].write_bytes(content)
    return {**paths, "silent": make_film(tmp_path / "silent.mp4", seconds=1, size="64x48", sound=False)}


@pytest.mark.parametrize(
    ("wrong", "code", "words"),
    [
        ("empty", 1010, "No parser found for container"),
        ("text", 1010, "No parser found for container"),
        ("no_table", 1010, "no moov box found in file"),
        ("cut_off", 1076, "Is file truncated?"),
        ("silent", 1040, "Audio track [1] not found in input container."),
    ],
)
def test_poison_ends_its_job_with_one_clear_reason(
    place: Place, role_arn: str, poison: dict[str, Path], wrong: str, code: int, words: str
) -> None:
    news = place.transcode(poison[wrong], role_arn=role_arn, name=wrong)

    assert (news.status, news.error_code) == (TranscodeStatus.ERROR, code)
    assert news.error_words
    assert words in news.error_words


def test_a_job_that_needs_a_picture_fails_without_one(place: Place, role_arn: str, talk: Path) -> None:
    facts = SourceFacts(dual_channel=True, duration_s=12.5, has_video=True, width=1280, height=720)

    assert place.transcode(talk, facts, role_arn=role_arn, name="blind").error_code == 1020


def test_a_missing_file_fails_the_job(place: Place, role_arn: str) -> None:
    transcoder = place.transcoder(role_arn)

    news = place.settled(transcoder, transcoder.submit(job("raw/nothing.mp4", name="nothing")))

    assert (news.error_code, "HeadObject failed" in str(news.error_words)) == (1404, True)


@pytest.mark.parametrize(
    ("name", "missing", "words"),
    [("reader", 0, "Failed to read data: Access Denied"), ("writer", 2, "Failed to write data: Access Denied")],
)
def test_a_role_without_a_grant_fails_the_job(place: Place, talk: Path, name: str, missing: int, words: str) -> None:
    rights = [right for index, right in enumerate(ROLE_RIGHTS) if index != missing]

    news = place.transcode(talk, role_arn=place.role(f"no-{name}", rights), name=name)

    assert (news.error_code, words in str(news.error_words)) == (1401, True)


def test_a_role_that_does_not_trust_mediaconvert_fails_the_job(place: Place, talk: Path) -> None:
    role_arn = place.role("for-functions", trusts="lambda.amazonaws.com")

    assert place.transcode(talk, role_arn=role_arn, name="untrusting").error_code == 1434


@pytest.mark.parametrize(
    ("name", "rights", "denied"),
    [
        ("nothing", [allow("s3:GetObject")], "mediaconvert:CreateJob"),
        ("no-role", [CREATE], "iam:PassRole"),
        ("other-role", [CREATE, allow("iam:PassRole", on="arn:aws:iam::000000000000:role/other")], "iam:PassRole"),
        ("other-queue", [allow("mediaconvert:CreateJob", on="arn:aws:mediaconvert:*:*:queues/Fast")], "CreateJob"),
    ],
)
def test_a_caller_needs_the_grant_for_jobs_and_for_the_role(
    place: Place, role_arn: str, name: str, rights: list[dict[str, object]], denied: str
) -> None:
    client = place.client("mediaconvert", place.caller(name, *rights))

    with pytest.raises(ClientError, match=denied) as error:
        client.create_job(Role=role_arn, Settings=job_settings(job("raw/x.mp4")))

    assert error.value.response["Error"]["Code"] == "AccessDeniedException"


def test_a_caller_with_both_grants_gets_its_job(place: Place, role_arn: str) -> None:
    rights = [allow("mediaconvert:CreateJob", on="arn:aws:mediaconvert:*:*:queues/Default")]
    client = place.client("mediaconvert", place.caller("granted", *rights, allow("iam:PassRole", on=role_arn)))

    assert client.create_job(Role=role_arn, Settings=job_settings(job("raw/none.mp4")))["Job"]["Id"]


def test_a_refusal_reaches_the_product_in_awss_words(place: Place, role_arn: str) -> None:
    asked = job("raw/x.mp4", name="n" * 65)

    with pytest.raises(TranscoderRefused) as refused:
        place.transcoder(role_arn).submit(asked)

    assert "clientRequestToken" in refused.value.words


def test_a_failed_job_leaves_no_playlist_that_names_all(place: Place, role_arn: str, poison: dict[str, Path]) -> None:
    key = "raw/half/cut_off.mp4"
    place.s3.upload_file(str(poison["cut_off"]), RAW, key)
    transcoder = place.transcoder(role_arn)

    place.settled(transcoder, transcoder.submit(job(key, name="half", folder="media/s-2/001")))

    listed = place.s3.list_objects_v2(Bucket=MEDIA, Prefix="media/s-2/").get("Contents", [])
    assert not [each["Key"] for each in listed if each["Key"].endswith(".m3u8")]
