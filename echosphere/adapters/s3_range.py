from __future__ import annotations

from io import SEEK_CUR, SEEK_END, SEEK_SET, RawIOBase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Buffer, Callable
    from contextlib import AbstractContextManager

    from mypy_boto3_s3 import S3Client

    from echosphere.ports.media_store import StoredObject

# Whoever looks here and there fetches little. Whoever goes through the file fetches twice as much each time: a hundred
# requests for twenty minutes of video, where FFmpeg would make one for each second of it.
LEAST_BYTES = 256 * 1024
MOST_BYTES = 8 * 1024 * 1024


class S3Range(RawIOBase):
    """One object as a file: what is read is fetched, and little else. A key never gets another content.

    What was fetched last is kept, wherever one goes meanwhile: before each second of a film FFmpeg asks where the end
    is, and comes back.
    """

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
        self._kept = memoryview(b"")
        self._kept_from = 0

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
        if not view or self._at >= self._stored.size_bytes:
            return 0
        if not self._kept_from <= self._at < self._kept_until:
            self._fetch()
        begin = self._at - self._kept_from
        count = min(len(view), len(self._kept) - begin)
        view[:count] = self._kept[begin : begin + count]
        self._at += count
        return count

    @property
    def _kept_until(self) -> int:
        return self._kept_from + len(self._kept)

    def _fetch(self) -> None:
        goes_on = self._kept_until <= self._at <= self._kept_until + len(self._kept)
        wanted = min(MOST_BYTES, 2 * len(self._kept)) if goes_on and self._kept else LEAST_BYTES
        last = min(self._at + wanted, self._stored.size_bytes) - 1
        with self._translated():
            answer = self._client.get_object(
                Bucket=self._bucket, Key=self._stored.key, Range=f"bytes={self._at}-{last}"
            )
            self._kept, self._kept_from = memoryview(answer["Body"].read()), self._at
