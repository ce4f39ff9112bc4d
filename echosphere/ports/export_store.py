from typing import Protocol

from echosphere.domain.events import ExportAsked
from echosphere.domain.export import Export


class ExportStore(Protocol):
    """The last copy that a person asked for. Every method raises StoreUnavailable when the store does not answer."""

    def begin(self, export: Export, event: ExportAsked) -> None:
        """In the place of one before, and in one transaction with its event."""
        ...

    def find(self, person_id: str) -> Export | None:
        """Strongly consistent."""
        ...

    def replace(self, export: Export, *, was: Export) -> None:
        """Raises WriteConflict unless it is still the same one, as far as it was."""
        ...
