"""The buckets as a job's role sees them; what it may not do ends the job as it does in AWS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from boto3.s3.transfer import TransferConfig
from botocore.exceptions import ClientError

from local.mediaconvert.outcomes import FILE_OPEN, PERMISSIONS, JobFailed, no_data

if TYPE_CHECKING:
    from pathlib import Path

    from mypy_boto3_s3 import S3Client

TYPES = {".m3u8": "application/vnd.apple.mpegurl", ".ts": "video/MP2T", ".m4a": "audio/mp4", ".mp4": "video/mp4"}
# To start ten threads takes longer than most recordings do.
ONE_AFTER_THE_OTHER = TransferConfig(use_threads=False)
DENIED = frozenset({"403", "AccessDenied"})


class RoleStorage:
    def __init__(self, s3: S3Client) -> None:
        self._s3 = s3

    def download(self, bucket: str, key: str, path: Path) -> None:
        try:
            self._s3.download_file(bucket, key, str(path), Config=ONE_AFTER_THE_OTHER)
        except ClientError as error:
            uri = f"s3://{bucket}/{key}"
            if _code(error) in DENIED:
                raise no_data(uri, "Access Denied", code=PERMISSIONS) from error
            raise no_data(uri, "HeadObject failed", code=FILE_OPEN) from error

    def upload(self, bucket: str, key: str, content: Path) -> None:
        with _written(bucket, key), content.open("rb") as body:
            self._s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType=TYPES[content.suffix])

    def write(self, bucket: str, key: str, text: str) -> None:
        with _written(bucket, key):
            self._s3.put_object(Bucket=bucket, Key=key, Body=text.encode(), ContentType=TYPES[".m3u8"])


@contextmanager
def _written(bucket: str, key: str) -> Iterator[None]:
    try:
        yield
    except ClientError as error:
        denied = _code(error) in DENIED
        reason = "Access Denied" if denied else _code(error)
        words = f"Unable to write to output file [s3://{bucket}/{key}]: [Failed to write data: {reason}]"
        raise JobFailed(PERMISSIONS if denied else FILE_OPEN, words) from error


def _code(error: ClientError) -> str:
    return error.response["Error"].get("Code", "")
