"""One page of a longer list."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from re import Pattern

from echosphere.domain.errors import InvalidCursor


@dataclass(frozen=True, slots=True)
class Page[T]:
    items: list[T]
    next_cursor: str | None = None


def to_cursor(sort_key: str) -> str:
    """Opaque on purpose: clients hand it back and never read it."""
    return urlsafe_b64encode(sort_key.encode()).decode().rstrip("=")


def from_cursor(cursor: str, shape: Pattern[str]) -> str:
    """Raises InvalidCursor. A cursor holds a sort key only; the partition always comes from who asks."""
    try:
        sort_key = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (NotBase64, ValueError) as error:
        raise InvalidCursor from error
    if not shape.fullmatch(sort_key):
        raise InvalidCursor
    return sort_key
