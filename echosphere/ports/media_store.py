from dataclasses import dataclass
from typing import BinaryIO, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredObject:
    key: str
    version: str
    size_bytes: int


class MediaStore(Protocol):
    """The two buckets as one: a key under `raw/` lies with what was recorded, one under `media/` with what was made.

    Every method raises MediaUnavailable when the store does not answer.
    """

    def put(self, key: str, body: bytes, *, content_type: str) -> None: ...

    def put_file(self, key: str, file: BinaryIO, *, content_type: str) -> None:
        """From its beginning. It may be larger than the memory."""
        ...

    def get(self, key: str) -> bytes | None:
        """None: nothing is there."""
        ...

    def find(self, key: str) -> StoredObject | None:
        """The newest version, unread. None: nothing is there."""
        ...

    def list(self, prefix: str) -> list[StoredObject]:
        """The newest versions, in the order of their keys."""
        ...

    def open_range(self, stored: StoredObject) -> BinaryIO:
        """A file to seek in, of which only what is read is fetched. Reading raises MediaUnavailable, too."""
        ...

    def delete_prefix(self, prefix: str) -> None:
        """Every version of everything under it. Nothing there is no error."""
        ...
