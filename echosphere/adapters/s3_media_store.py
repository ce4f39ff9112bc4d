from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from typing import TYPE_CHECKING, BinaryIO

from boto3.s3.transfer import TransferConfig
from botocore.exceptions import BotoCoreError, ClientError

from echosphere.adapters.s3_range import S3Range
from echosphere.domain.errors import MediaUnavailable
from echosphere.ports.media_store import StoredObject

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import ListObjectVersionsOutputTypeDef, ObjectIdentifierTypeDef

MISSING = frozenset({"404", "NoSuchKey", "NoSuchVersion", "NotFound"})
BUSY_FROM = 500
UNVERSIONED = "null"  # S3's own word
# In parts of 8 MB, one after the other: ten threads would hold ten of them in the memory.
IN_PARTS = TransferConfig(use_threads=False)


@contextmanager
def translated() -> Iterator[None]:
    """A refusal (a missing grant, a wrong request) is a fault of ours and passes through."""
    try:
        yield
    except ClientError as error:
        if error.response["ResponseMetadata"]["HTTPStatusCode"] >= BUSY_FROM or _code(error) == "SlowDown":
            raise MediaUnavailable from error
        raise
    except BotoCoreError as error:
        raise MediaUnavailable from error


@dataclass(frozen=True, slots=True, kw_only=True)
class S3MediaStore:
    client: S3Client
    raw_bucket: str
    media_bucket: str

    def put(self, key: str, body: bytes, *, content_type: str) -> None:
        with translated():
            self.client.put_object(Bucket=self._bucket(key), Key=key, Body=body, ContentType=content_type)

    def put_file(self, key: str, file: BinaryIO, *, content_type: str) -> None:
        file.seek(0)
        with translated():
            self.client.upload_fileobj(
                file, self._bucket(key), key, ExtraArgs={"ContentType": content_type}, Config=IN_PARTS
            )

    def get(self, key: str) -> bytes | None:
        try:
            with translated():
                return self.client.get_object(Bucket=self._bucket(key), Key=key)["Body"].read()
        except ClientError as error:
            _must_be_missing(error)
            return None

    def find(self, key: str) -> StoredObject | None:
        try:
            with translated():
                head = self.client.head_object(Bucket=self._bucket(key), Key=key)
        except ClientError as error:
            _must_be_missing(error)
            return None
        return StoredObject(key=key, version=head.get("VersionId", UNVERSIONED), size_bytes=head["ContentLength"])

    def list(self, prefix: str) -> list[StoredObject]:
        return [
            StoredObject(key=each["Key"], version=each["VersionId"], size_bytes=each["Size"])
            for page in self._pages(prefix)
            for each in page.get("Versions", [])
            if each["IsLatest"]
        ]

    def open_range(self, stored: StoredObject) -> BinaryIO:
        return BufferedReader(S3Range(self.client, self._bucket(stored.key), stored, translated))

    def delete_prefix(self, prefix: str) -> None:
        for page in self._pages(prefix):
            found = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
            doomed: list[ObjectIdentifierTypeDef] = [
                {"Key": each["Key"], "VersionId": each["VersionId"]} for each in found
            ]
            if doomed:
                self._delete(self._bucket(prefix), doomed)

    def _delete(self, bucket: str, doomed: Sequence[ObjectIdentifierTypeDef]) -> None:
        """Raises MediaUnavailable also when only some of them could not be deleted: it is to be repeated."""
        with translated():
            answer = self.client.delete_objects(Bucket=bucket, Delete={"Objects": [*doomed], "Quiet": True})
        if answer.get("Errors"):
            raise MediaUnavailable

    def _pages(self, prefix: str) -> Iterator[ListObjectVersionsOutputTypeDef]:
        pages = self.client.get_paginator("list_object_versions")
        with translated():
            yield from pages.paginate(Bucket=self._bucket(prefix), Prefix=prefix)

    def _bucket(self, key: str) -> str:
        return self.raw_bucket if key.startswith("raw/") else self.media_bucket


def _code(error: ClientError) -> str:
    return str(error.response["Error"].get("Code", ""))


def _must_be_missing(error: ClientError) -> None:
    if _code(error) not in MISSING:
        raise error
