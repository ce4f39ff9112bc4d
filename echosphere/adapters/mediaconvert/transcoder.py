"""MediaConvert itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.config import Config

from echosphere.adapters.mediaconvert.errors import translated
from echosphere.adapters.mediaconvert.job_settings import job_settings
from echosphere.adapters.mediaconvert.news import TranscodeNews, news_of_job
from echosphere.adapters.mediaconvert.transcode_job import TranscodeJob

if TYPE_CHECKING:
    from mypy_boto3_mediaconvert import MediaConvertClient
    from mypy_boto3_mediaconvert.type_defs import CreateJobRequestTypeDef

# For the client. CreateJob takes up to some seconds; the queue asks again when all attempts are used up.
PATIENCE = Config(connect_timeout=2, read_timeout=10, retries={"mode": "standard", "total_max_attempts": 3})


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaConvertTranscoder:
    """`role_arn` reads the source and writes the renditions; without a queue the account's default one is taken."""

    client: MediaConvertClient
    role_arn: str
    queue_arn: str | None = None

    def submit(self, job: TranscodeJob) -> str:
        """The job's id. Raises TranscoderRefused, TranscoderUnavailable."""
        request: CreateJobRequestTypeDef = {
            "Role": self.role_arn,
            "Settings": job_settings(job),
            "ClientRequestToken": job.token,
            "UserMetadata": job.metadata,
            "Tags": job.tags,
            "StatusUpdateInterval": "SECONDS_10",
        }
        if self.queue_arn:
            request["Queue"] = self.queue_arn
        with translated():
            return self.client.create_job(**request)["Job"]["Id"]

    def read(self, job_id: str) -> TranscodeNews:
        """Raises TranscoderUnavailable."""
        with translated():
            return news_of_job(self.client.get_job(Id=job_id)["Job"])
