"""What a person says of a talk, beside the judge."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

NOTE_CHARACTERS = 2_000


class Thumb(StrEnum):
    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Of one person on one talk: said again, it takes the place of what was said before."""

    session_id: str
    workspace_id: str
    person_id: str
    thumb: Thumb
    note: str = ""
    changed_at: datetime
