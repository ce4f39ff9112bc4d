from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError
from botocore.stub import ANY, Stubber

from echosphere.adapters.mediaconvert.errors import translated
from echosphere.adapters.mediaconvert.job_settings import job_settings
from echosphere.adapters.mediaconvert.news import TranscodeStatus
from echosphere.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from echosphere.domain.errors import TranscoderRefused, TranscoderUnavailable
from echosphere.domain.transcoding import JobTimes
from tests.unit.adapters.mediaconvert.examples import job, video

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert import MediaConvertClient

pytestmark = pytest.mark.unit

ROLE, QUEUE = "arn:aws:iam::1:role/transcoder", "arn:aws:mediaconvert:eu-west-1:1:queues/Default"


@pytest.fixture
def client() -> "MediaConvertClient":
    return boto3.client("mediaconvert", region_name="eu-west-1", aws_access_key_id="a", aws_secret_access_key="b")


@pytest.fixture
def service(client: "MediaConvertClient") -> Iterator[Stubber]:
    with Stubber(client) as stubber:
        yield stubber


@pytest.fixture
def transcoder(client: "MediaConvertClient") -> MediaConvertTranscoder:
    return MediaConvertTranscoder(client=client, role_arn=ROLE, queue_arn=QUEUE)


def answered(**more: object) -> dict[str, Any]:
    return {"Job": {"Id": "1-abc", "Role": ROLE, "Settings": job_settings(job(video(1280, 720))), **more}}


def test_a_job_carries_its_token_role_queue_and_whose_recording_it_is(
    transcoder: MediaConvertTranscoder, service: Stubber
) -> None:
    asked = job()
    expected = {
        "Role": ROLE,
        "Queue": QUEUE,
        "Settings": job_settings(asked),
        "ClientRequestToken": asked.token,
        "UserMetadata": asked.metadata,
        "Tags": asked.tags,
        "StatusUpdateInterval": ANY,
    }
    service.add_response("create_job", answered(), expected)

    assert transcoder.submit(asked) == "1-abc"


def test_a_refusal_keeps_the_services_own_words(transcoder: MediaConvertTranscoder, service: Stubber) -> None:
    service.add_client_error("create_job", "BadRequestException", "/outputGroups: Should have at least 1 items", 400)

    with pytest.raises(TranscoderRefused) as refused:
        transcoder.submit(job())

    assert refused.value.words == "/outputGroups: Should have at least 1 items"
    assert not refused.value.retryable


@pytest.mark.parametrize(
    ("code", "status"),
    [("TooManyRequestsException", 429), ("ThrottlingException", 400), ("InternalServerErrorException", 500), ("", 503)],
)
def test_a_busy_service_may_be_asked_again(
    transcoder: MediaConvertTranscoder, service: Stubber, code: str, status: int
) -> None:
    service.add_client_error("create_job", code, "busy", status)

    with pytest.raises(TranscoderUnavailable) as unavailable:
        transcoder.submit(job())

    assert unavailable.value.retryable


def test_a_service_out_of_reach_may_be_asked_again() -> None:
    with pytest.raises(TranscoderUnavailable), translated():
        raise ConnectTimeoutError(endpoint_url="https://mediaconvert")


def test_a_missing_grant_is_a_fault_of_ours(transcoder: MediaConvertTranscoder, service: Stubber) -> None:
    service.add_client_error("create_job", "AccessDeniedException", "not authorized", 403)

    with pytest.raises(ClientError):
        transcoder.submit(job())


def test_a_job_that_goes_on_tells_its_percent(transcoder: MediaConvertTranscoder, service: Stubber) -> None:
    service.add_response("get_job", answered(Status="PROGRESSING", JobPercentComplete=42), {"Id": "1-abc"})

    news = transcoder.read("1-abc")

    assert (news.status, news.percent, news.renditions) == (TranscodeStatus.PROGRESSING, 42, ())


def test_a_failed_job_tells_why(transcoder: MediaConvertTranscoder, service: Stubber) -> None:
    service.add_response(
        "get_job", answered(Status="ERROR", ErrorCode=1010, ErrorMessage="no moov box"), {"Id": "1-abc"}
    )

    news = transcoder.read("1-abc")

    assert (news.status, news.error_code, news.error_words) == (TranscodeStatus.ERROR, 1010, "no moov box")


def test_a_complete_job_names_the_files_that_its_settings_make(
    transcoder: MediaConvertTranscoder, service: Stubber
) -> None:
    made = [{"DurationInMs": 60_000, "VideoDetails": {"WidthInPx": 1280, "HeightInPx": 720}}]
    details = [{"OutputDetails": made * 2 + [{"DurationInMs": 60_010}] * 3}]
    service.add_response("get_job", answered(Status="COMPLETE", OutputGroupDetails=details), {"Id": "1-abc"})

    news = transcoder.read("1-abc")

    assert news.playlist_uri == "s3://media/media/s-1/001/hls/video.m3u8"
    assert [each.name for each in news.renditions] == ["720p", "480p", "audio_128k", "audio_96k", "audio_64k"]


def test_a_job_that_is_over_tells_its_times_and_one_that_goes_on_tells_none(
    transcoder: MediaConvertTranscoder, service: Stubber
) -> None:
    submitted, started, finished = (datetime(2026, 11, 20, 9, 0, second, tzinfo=UTC) for second in (1, 4, 30))
    timing = {"SubmitTime": submitted, "StartTime": started}
    service.add_response("get_job", answered(Status="PROGRESSING", Timing=timing), {"Id": "1-abc"})
    over = answered(Status="ERROR", Timing={**timing, "FinishTime": finished})
    service.add_response("get_job", over, {"Id": "1-abc"})

    going_on, failed = transcoder.read("1-abc"), transcoder.read("1-abc")

    assert going_on.times is None
    assert failed.times == JobTimes(submitted_at=submitted, started_at=started, finished_at=finished)


def test_a_complete_job_names_its_download(transcoder: MediaConvertTranscoder, service: Stubber) -> None:
    details = [{"OutputDetails": [{"DurationInMs": 60_010}] * 3}, {"OutputDetails": [{"DurationInMs": 60_000}]}]
    talk = answered(Status="COMPLETE", OutputGroupDetails=details, Settings=job_settings(job()))
    service.add_response("get_job", talk, {"Id": "1-abc"})

    assert [each.uri for each in transcoder.read("1-abc").files] == ["s3://media/media/s-1/001/dual.m4a"]
