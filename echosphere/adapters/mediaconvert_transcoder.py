"""MediaConvert as the use cases know it: keys of our two buckets in, news of our recordings out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from echosphere.adapters.mediaconvert import news as mediaconvert
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts
from echosphere.adapters.mediaconvert.transcode_job import TranscodeJob as MediaConvertJob
from echosphere.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from echosphere.domain.made import LEAST_S
from echosphere.domain.transcoding import TranscodeJob, TranscodeNews, TranscodeStatus

SESSION, ATTEMPT, APPLICATION = "session_id", "attempt", "application"
STEREO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingTranscoder:
    """`application` marks our jobs among the account's: the rule on the bus looks for it."""

    mediaconvert: MediaConvertTranscoder
    raw_bucket: str
    media_bucket: str
    application: str

    def submit(self, job: TranscodeJob) -> str:
        return self.mediaconvert.submit(
            MediaConvertJob(
                source_uri=f"s3://{self.raw_bucket}/{job.raw_key}",
                destination_uri=f"s3://{self.media_bucket}/{job.media_prefix}hls/",
                facts=SourceFacts(
                    dual_channel=job.channels == STEREO,
                    duration_s=job.duration_s,
                    has_video=job.has_video,
                    width=job.width,
                    height=job.height,
                    frames_per_second=job.frames_per_second,
                ),
                token=job.token,
                metadata={
                    SESSION: job.session_id,
                    ATTEMPT: str(job.attempt),
                    APPLICATION: self.application,
                },
            )
        )

    def read(self, job_id: str) -> TranscodeNews | None:
        try:
            return to_news(self.mediaconvert.read(job_id))
        except ClientError as error:
            if error.response["Error"].get("Code") != "NotFoundException":
                raise
            return None


def news_of_event(detail: Mapping[str, Any]) -> TranscodeNews | None:
    """From `detail` of a "MediaConvert Job State Change"; None when it tells nothing of ours."""
    told = mediaconvert.news_of_event(detail)
    return to_news(told) if told else None


def to_news(told: mediaconvert.TranscodeNews) -> TranscodeNews | None:
    """None: a job that somebody else gave to MediaConvert."""
    if SESSION not in told.metadata or ATTEMPT not in told.metadata:
        return None
    words = f"{told.error_code}: {told.error_words}" if told.error_code else told.error_words
    return TranscodeNews(
        job_id=told.job_id,
        session_id=told.metadata[SESSION],
        attempt=int(told.metadata[ATTEMPT]),
        status=TranscodeStatus(told.status.value),
        percent=told.percent,
        words=words,
        code=told.error_code,
        billed_s=_billed_s(told),
        times=told.times,
    )


def _billed_s(told: mediaconvert.TranscodeNews) -> float | None:
    """None while it is not known what was made."""
    made = (*told.renditions, *told.files)
    return sum(max(LEAST_S, output.duration_ms / 1000) for output in made) if made else None
