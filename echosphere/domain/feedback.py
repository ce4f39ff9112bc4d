"""What a person says of a talk, beside the judge."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

NOTE_CHARACTERS = 2_000
# Of a judge's mean, which goes from 1 to 5: what lies above it is praise. The page draws the same line.
MIDDLE = 3


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


def agrees(thumb: Thumb, overall: float | None) -> bool | None:
    """Whether a thumb says the same as a judge's mean; None where one of them says nothing."""
    if overall is None or overall == MIDDLE:
        return None
    return (thumb is Thumb.UP) == (overall > MIDDLE)
