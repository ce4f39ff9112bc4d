"""What the transcoder needs of the cloud around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from local.mediaconvert.jobs import Job

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


class Cloud(Protocol):
    def s3_of_role(self, job: Job) -> S3Client:
        """The buckets with the rights of the job's role. Raises JobFailed if MediaConvert may not take it."""
        ...

    def announce(self, job: Job, detail: Mapping[str, Any]) -> None:
        """Puts an event of source aws.mediaconvert on the account's default bus."""
        ...
