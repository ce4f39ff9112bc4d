from __future__ import annotations

from io import SEEK_CUR, SEEK_END, SEEK_SET, RawIOBase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Buffer, Callable
    from contextlib import AbstractContextManager

    from mypy_boto3_s3 import S3Client

    from echosphere.ports.media_store import StoredObject


class S3Range(RawIOBase):
    """One object as a file: what is read is fetched, and nothing else. A key never gets another content."""

    def __init__(
        self,
        client: S3Client,
        bucket: str,
        stored: StoredObject,
        translated: Callable[[], AbstractContextManager[None]],
    ) -> None:
        self._client = client
        self._bucket = bucket
        self._stored = stored
        self._translated = translated
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        origin = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: self._stored.size_bytes}[whence]
        self._at = max(0, origin + offset)
        return self._at

    def readinto(self, buffer: Buffer) -> int:
        view = memoryview(buffer)
        wanted = min(len(view), self._stored.size_bytes - self._at)
        if wanted <= 0:
            return 0
        view[:wanted] = self._fetch(wanted)
        self._at += wanted
        return wanted

    def _fetch(self, count: int) -> bytes:
        span = f"bytes={self._at}-{self._at + count - 1}"
        with self._translated():
            answer = self._client.get_object(Bucket=self._bucket, Key=self._stored.key, Range=span)
            return answer["Body"].read()
