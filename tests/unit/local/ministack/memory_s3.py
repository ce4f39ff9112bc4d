"""A bucket store in memory, as far as a deployment of files asks it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class MemoryS3:
    """`objects` by bucket and key; each holds what put_object was given."""

    objects: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    def put_object(self, **request: Any) -> None:
        self.objects[request.pop("Bucket"), request.pop("Key")] = request

    def get_object(self, *, Bucket: str, Key: str) -> dict[str, Any]:
        return {"Body": io.BytesIO(self.objects[Bucket, Key]["Body"])}

    def delete_object(self, *, Bucket: str, Key: str) -> None:
        del self.objects[Bucket, Key]

    def get_paginator(self, _operation: str) -> "MemoryS3":
        return self

    def paginate(self, *, Bucket: str, Prefix: str) -> Iterator[dict[str, Any]]:
        keys = [key for bucket, key in self.objects if bucket == Bucket and key.startswith(Prefix)]
        yield {"Contents": [{"Key": key} for key in keys]}
        yield {}
