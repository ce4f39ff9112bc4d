from typing import Any

import pytest

from echosphere.adapters.mediaconvert.news import TranscodeStatus, news_of_event
from echosphere.adapters.mediaconvert_transcoder import news_of_event as news_of_recording

pytestmark = pytest.mark.unit

FOLDER = "s3://media/media/s-1/001"


def detail(status: str, **more: object) -> dict[str, Any]:
    """As MediaConvert's guide shows the events."""
    return {
        "timestamp": 1671476832124,
        "accountId": "111122223333",
        "queue": "arn:aws:mediaconvert:us-west-2:111122223333:queues/Default",
        "jobId": "1671476818694-phptj0",
        "status": status,
        "userMetadata": {"session_id": "s-1", "attempt": "1"},
        **more,
    }


COMPLETE = detail(
    "COMPLETE",
    outputGroupDetails=[
        {
            "outputDetails": [
                {
                    "outputFilePaths": [f"{FOLDER}/hls/video_720p.m3u8"],
                    "durationInMs": 180041,
                    "videoDetails": {"widthInPx": 1280, "heightInPx": 720},
                },
                {"outputFilePaths": [f"{FOLDER}/hls/video_audio_128k.m3u8"], "durationInMs": 180053},
            ],
            "type": "HLS_GROUP",
            "playlistFilePaths": [f"{FOLDER}/hls/video.m3u8"],
        },
        {"outputDetails": [{"outputFilePaths": [f"{FOLDER}/dual.m4a"], "durationInMs": 180041}], "type": "FILE_GROUP"},
    ],
)


def test_a_complete_job_names_its_playlist_renditions_and_files() -> None:
    news = news_of_event(COMPLETE)

    assert news
    assert (news.status, news.percent) == (TranscodeStatus.COMPLETE, 100)
    assert news.playlist_uri == f"{FOLDER}/hls/video.m3u8"
    assert [(each.name, each.height, each.duration_ms) for each in news.renditions] == [
        ("720p", 720, 180041),
        ("audio_128k", None, 180053),
    ]
    assert [each.name for each in news.files] == ["dual"]


def test_an_output_is_billed_ten_seconds_at_least() -> None:
    short = {"outputFilePaths": [f"{FOLDER}/dual.m4a"], "durationInMs": 2_000}
    groups = [*COMPLETE["outputGroupDetails"], {"outputDetails": [short], "type": "FILE_GROUP"}]

    news = news_of_recording(detail("COMPLETE", outputGroupDetails=groups))

    assert news and news.billed_s == pytest.approx(180.041 + 180.053 + 180.041 + 10)


def test_the_metadata_says_which_recording_the_news_is_about() -> None:
    news = news_of_event(COMPLETE)

    assert news
    assert news.metadata == {"session_id": "s-1", "attempt": "1"}


def test_an_update_tells_how_far_the_job_is() -> None:
    progress = {"jobPercentComplete": 37, "currentPhase": "TRANSCODING", "retryCount": 0}

    news = news_of_event(detail("STATUS_UPDATE", jobProgress=progress))

    assert news
    assert (news.status, news.percent) == (TranscodeStatus.PROGRESSING, 37)


def test_a_job_that_just_began_has_no_percent() -> None:
    news = news_of_event(detail("PROGRESSING"))

    assert news
    assert (news.status, news.percent) == (TranscodeStatus.PROGRESSING, None)


def test_a_failed_job_keeps_the_services_own_words() -> None:
    words = "Unable to open input file [s3://raw/x.mp4]: [Failed probe/open: [no moov box found in file]]"

    news = news_of_event(detail("ERROR", errorCode=1010, errorMessage=words))

    assert news
    assert (news.status, news.error_code, news.error_words) == (TranscodeStatus.ERROR, 1010, words)


@pytest.mark.parametrize("status", ["INPUT_INFORMATION", "NEW_WARNING", "QUEUE_HOP"])
def test_events_that_say_nothing_about_how_far_a_job_is_are_no_news(status: str) -> None:
    assert news_of_event(detail(status)) is None
