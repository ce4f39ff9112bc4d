from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from echosphere.domain.events import Event
from echosphere.domain.recording import Recording
from echosphere.domain.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsettled:
    """What reconciliation has to look at: a recording or, without an attempt, a talk that was to be recorded."""

    session_id: str
    attempt: int | None


class RecordingStore(Protocol):
    """Every method raises StoreUnavailable when the store does not answer."""

    def get(self, session_id: str, attempt: int) -> Recording:
        """Strongly consistent. Raises RecordingNotFound."""
        ...

    def list_by_session(self, session_id: str) -> list[Recording]:
        """All attempts of all kinds in their order, strongly consistent."""
        ...

    def create(self, recording: Recording, *, event: Event | None = None) -> None:
        """Raises WriteConflict when the attempt exists."""
        ...

    def replace(self, recording: Recording, *, was: Recording, event: Event | None = None) -> None:
        """Stores the new state, and its event in the same transaction.

        Raises WriteConflict unless the stored revision is still `was.revision`.
        """
        ...

    def list_unsettled(self, *, before: datetime, limit: int) -> list[Unsettled]:
        """Recordings without an end, and talks not yet accounted for, that have stood so since `before`."""
        ...

    def account_for(self, session_id: str) -> None:
        """The talk is over and all its recordings are known: it need not be looked at again."""
        ...

    def look_again(self, session: Session) -> None:
        """Something of the talk waits: it is not accounted for. One that is deleted stays so."""
        ...
