from datetime import datetime
from typing import Protocol

from echosphere.domain.departure import Departure
from echosphere.domain.events import PersonLeft


class DepartureStore(Protocol):
    """Who is leaving or has left, by a pseudonym. Every method raises StoreUnavailable when it does not answer."""

    def begin(self, person_id: str, departure: Departure, event: PersonLeft) -> None:
        """In one transaction with its event the person is no more let in. One that has begun stays as it is."""
        ...

    def find(self, person_id: str) -> Departure | None:
        """Strongly consistent."""
        ...

    def count_talk(self, person_id: str) -> None: ...

    def finish(self, person_id: str, *, forget_at: datetime) -> None:
        """All is deleted; this, too, when nobody can ask any more."""
        ...
