"""Ids. Random, so that none tells how many there are or whose they are."""

import secrets
import uuid
from datetime import datetime

GUEST = "guest-"


def new_id() -> str:
    """122 random bits as 32 hexadecimal digits; also sorts nowhere, by intent."""
    return uuid.uuid4().hex


def new_ordered_id(at: datetime) -> str:
    """As long and as hard to guess (80 random bits), and in text order of the moment in which it was made."""
    return f"{round(at.timestamp() * 1000):012x}{secrets.token_hex(10)}"


def new_room_name() -> str:
    """A LiveKit room name: 128 random bits, nothing of the person, the workspace or the session."""
    return f"room-{secrets.token_hex(16)}"


def new_guest_identity() -> str:
    """A LiveKit identity for one guest of one session."""
    return f"{GUEST}{secrets.token_hex(8)}"


def is_guest(identity: str) -> bool:
    return identity.startswith(GUEST)


def new_participant_identity() -> str:
    """A LiveKit identity for one person in one session: whoever returns under it replaces the old connection."""
    return f"person-{secrets.token_hex(8)}"
