"""Who speaks in a talk: its owner, and the guests whom an invitation let in.

A guest is known to the room by a random identity; what to call them stands here alone, so that it goes with the talk.
"""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from echosphere.domain.shared_link import hash_of

MOST_PEOPLE = 12  # in a room at once; each hears all others, and each microphone has to be listened to
MOST_GUESTS = MOST_PEOPLE - 1  # the owner comes back to a full room, too
PASSES_OF_AN_INVITATION = 60  # for new guests, so that who holds a link cannot fill a table
INVITATION_LASTS = timedelta(hours=2)  # the longest talk, and that somebody comes late to it
LABEL_CHARACTERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A guest of one talk.

    `consented_at`: when they said yes to being recorded, in a talk that is. `removed_at`: when the owner sent them
    out, or took back the invitation by which they came.
    """

    session_id: str
    identity: str
    label: str | None
    joined_at: datetime
    invitation_id: str
    key_hash: str
    consented_at: datetime | None = None
    removed_at: datetime | None = None

    def is_known_by(self, key: str) -> bool:
        """Their identity is no proof: everybody in the room sees it."""
        return hmac.compare_digest(self.key_hash, hash_of(key))


def guest_names(guests: Iterable[Speaker]) -> dict[str, str]:
    """By identity, in the order in which they came: what they want to be called, or their number."""
    return {guest.identity: guest.label or f"Guest {number}" for number, guest in enumerate(guests, 1)}


def new_guest_key() -> str:
    """By which a guest comes back as the same one: 256 random bits, of which only the hash is kept."""
    return secrets.token_hex(32)
