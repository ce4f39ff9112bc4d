"""How a copy of one's data looks to them."""

from enum import StrEnum
from typing import Self

from pydantic import BaseModel

from echosphere.domain.export import Export
from echosphere.domain.playback import Access
from lambdas.http.answers import Moment


class ExportStatus(StrEnum):
    MAKING = "making"
    READY = "ready"


class ExportFileAnswer(BaseModel):
    """`url` is below the page's own address, and open for an hour."""

    name: str
    url: str


class ExportAnswer(BaseModel):
    """`talks` so far. `files` are there when it is ready, and kept until `expires_at`."""

    status: ExportStatus
    asked_at: Moment
    expires_at: Moment
    talks: int
    files: list[ExportFileAnswer]

    @classmethod
    def of(cls, export: Export, access: Access | None = None) -> Self:
        """With the access that opens its files, where it is ready."""
        query = access.query if access else ""
        parts = range(1, export.parts + 1) if access else ()
        return cls(
            status=ExportStatus.READY if export.is_ready else ExportStatus.MAKING,
            asked_at=export.asked_at,
            expires_at=export.expires_at,
            talks=export.talks,
            files=[
                ExportFileAnswer(name=export.part_name(part), url=f"/{export.part_key(part)}?{query}") for part in parts
            ],
        )
