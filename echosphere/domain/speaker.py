"""Who speaks in a talk: its owner, and the guests whom an invitation let in.

A guest is known to the room by a random identity; what to call them stands here alone, so that it goes with the talk.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

MOST_PEOPLE = 12  # in a room at once; each hears all others, and each microphone has to be listened to
MOST_GUESTS = MOST_PEOPLE - 1  # the owner comes back to a full room, too
PASSES_OF_AN_INVITATION = 60  # eleven guests who each come back four times; who holds a link cannot fill a table
INVITATION_LASTS = timedelta(hours=2)  # the longest talk, and that somebody comes late to it
LABEL_CHARACTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A guest of one talk. `consented_at`: when they said yes to being recorded, in a talk that is."""

    session_id: str
    identity: str
    label: str | None
    joined_at: datetime
    consented_at: datetime | None = None
