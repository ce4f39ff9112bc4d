from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import BinaryIO

from echosphere.domain.errors import MediaUnavailable
from echosphere.ports.media_store import StoredObject


@dataclass
class MemoryMediaStore:
    """`is_down` makes it as unreachable as a bucket behind a cut wire."""

    is_down: bool = False
    _objects: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    _versions: "count[int]" = field(default_factory=lambda: count(1))

    def put(self, key: str, body: bytes, *, content_type: str) -> None:
        self._must_be_up()
        self._objects[key] = f"version-{next(self._versions)}", body

    def put_file(self, key: str, file: BinaryIO, *, content_type: str) -> None:
        file.seek(0)
        self.put(key, file.read(), content_type=content_type)

    def get(self, key: str) -> bytes | None:
        self._must_be_up()
        return self._objects[key][1] if key in self._objects else None

    def find(self, key: str) -> StoredObject | None:
        return next((each for each in self.list(key) if each.key == key), None)

    def list(self, prefix: str) -> list[StoredObject]:
        self._must_be_up()
        return [
            StoredObject(key=key, version=version, size_bytes=len(body))
            for key, (version, body) in sorted(self._objects.items())
            if key.startswith(prefix)
        ]

    def open_range(self, stored: StoredObject) -> BinaryIO:
        self._must_be_up()
        return BytesIO(self._objects[stored.key][1])

    def delete_prefix(self, prefix: str) -> None:
        self._must_be_up()
        for key in [key for key in self._objects if key.startswith(prefix)]:
            del self._objects[key]

    def _must_be_up(self) -> None:
        if self.is_down:
            raise MediaUnavailable
