from collections.abc import Sequence
from typing import Protocol

from echosphere.domain.day_figures import DayFigures
from echosphere.domain.session import Session


class DayStore(Protocol):
    """Figures of a workspace by day. Every method raises StoreUnavailable."""

    def add(self, figures: DayFigures, *, session_id: str, what: str) -> bool:
        """Adds them to those of their day and persona; False when `what` of this session was added before.

        Both are one transaction. Raises WriteConflict when too many write the same day at once.
        """
        ...

    def put_opinions(self, figures: DayFigures, *, session_id: str) -> None:
        """Adds what is said of the session and what judging it cost, in the place of what was added of it before.

        Raises WriteConflict as above.
        """
        ...

    def forget_session(self, figures: DayFigures, *, session_id: str) -> None:
        """Its day, and persona, names the session no more. Raises WriteConflict as above."""
        ...

    def list_talks(self, sessions: Sequence[Session]) -> list[DayFigures]:
        """What was counted of each that is over, in their order; of one that was not counted yet, nothing."""
        ...

    def list_days(self, workspace_id: str, *, from_day: str, to_day: str) -> list[DayFigures]:
        """Of each persona and language, in the order of the days; both days are in it."""
        ...
