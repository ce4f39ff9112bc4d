"""A copy of all that is kept of a person, made in parts, each a file that a browser can take."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

from echosphere.domain.departure import pseudonym
from echosphere.domain.moment import to_text

# As long as the bucket keeps its files; the addresses in it open as long.
KEPT = timedelta(days=7)
# The queue gives up sooner; whoever waits longer may ask for another.
MADE_WITHIN = timedelta(hours=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """`parts` and `talks` so far; `cursor` is where the next part begins."""

    id: str
    person_id: str
    workspace_id: str
    asked_at: datetime
    is_ready: bool = False
    parts: int = 0
    talks: int = 0
    cursor: str | None = None

    @property
    def expires_at(self) -> datetime:
        return self.asked_at + KEPT

    @property
    def folder(self) -> str:
        """What is signed for, below `media/`: no talk has such an id."""
        return f"{exports_folder(self.person_id)}{self.id}"

    def part_name(self, part: int) -> str:
        return f"echosphere-{part:03d}.json"

    def part_key(self, part: int) -> str:
        return f"media/{self.folder}/{self.part_name(part)}"

    def is_under_way(self, *, at: datetime) -> bool:
        return not self.is_ready and at < self.asked_at + MADE_WITHIN

    def add_part(self, *, talks: int, cursor: str | None) -> Self:
        """Without a cursor it was the last one."""
        return replace(self, parts=self.parts + 1, talks=self.talks + talks, cursor=cursor, is_ready=cursor is None)


def exports_folder(person_id: str) -> str:
    return f"export-{pseudonym(person_id)[:32]}-"


def exports_prefix(person_id: str) -> str:
    """Whatever was ever exported for the person."""
    return f"media/{exports_folder(person_id)}"


def to_plain(record: Any) -> dict[str, Any]:  # noqa: ANN401  # any of our dataclasses
    """As JSON can say it, by the record's own names."""
    return {name: _plain(value) for name, value in asdict(record).items()}


def to_json(document: Mapping[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _plain(value: Any) -> Any:  # noqa: ANN401  # what a field may hold
    return to_text(value) if isinstance(value, datetime) else value
