"""A person leaves, and all that is kept of them is deleted: asked for, under way, over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

# An access token lasts an hour, and nobody gives another one when the account is gone.
REMEMBERED = timedelta(hours=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """`talks_deleted` may count one twice that was begun twice. It outlives its person by `REMEMBERED`."""

    asked_at: datetime
    talks_deleted: int = 0
    is_over: bool = False


def pseudonym(person_id: str) -> str:
    """The same for the same person; a random `sub` cannot be found from it."""
    return sha256(person_id.encode()).hexdigest()
