from typing import Protocol

from echosphere.domain.page import Page
from echosphere.domain.turn import Turn


class TurnStore(Protocol):
    """What turns took; those of a deleted session are gone with it. Every method raises StoreUnavailable."""

    def put(self, turn: Turn) -> None:
        """In the place of what was stored of it before. Raises SessionNotFound."""
        ...

    def list_by_session(self, session_id: str, *, limit: int, cursor: str | None) -> Page[Turn]:
        """In the order of the talk. Raises InvalidCursor."""
        ...
