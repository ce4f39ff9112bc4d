"""A link that opens a talk without an account, to hear it or to come in: ended by time or by hand.

Whoever knows the secret may do so, and it is kept nowhere: only its hash is, and who lost the link makes another.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

LONGEST_H = 720
ID_CHARACTERS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLink:
    """`expires_at` counts in whole seconds."""

    id: str
    session_id: str
    secret_hash: str
    created_at: datetime
    expires_at: datetime

    def opens(self, secret: str, *, at: datetime) -> bool:
        return hmac.compare_digest(self.secret_hash, hash_of(secret)) and at < self.expires_at


def new_link(session_id: str, *, at: datetime, lasts: timedelta) -> tuple[SharedLink, str]:
    """The link and its secret, which nobody can tell afterwards: 256 random bits behind the session's id."""
    secret = f"{session_id}-{secrets.token_hex(32)}"
    hashed = hash_of(secret)
    expires_at = (at + lasts).replace(microsecond=0)
    link = SharedLink(
        id=_id_of(hashed), session_id=session_id, secret_hash=hashed, created_at=at, expires_at=expires_at
    )
    return link, secret


def place_of(secret: str) -> tuple[str, str]:
    """Of which session the link of this secret would be, and which of its links."""
    return secret.rpartition("-")[0], _id_of(hash_of(secret))


def hash_of(secret: str) -> str:
    """Without salt or many rounds: a secret of 256 random bits cannot be guessed."""
    return sha256(secret.encode()).hexdigest()


def _id_of(hashed: str) -> str:
    return hashed[:ID_CHARACTERS]
