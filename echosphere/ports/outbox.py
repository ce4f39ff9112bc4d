from datetime import datetime
from typing import Protocol

from echosphere.domain.events import Event


class Outbox(Protocol):
    """Events whose change is stored and whose publication is not yet known to have happened."""

    def list_older_than(self, moment: datetime, *, limit: int) -> list[Event]:
        """Oldest first in each shard. Raises StoreUnavailable."""
        ...

    def remove(self, event: Event) -> None:
        """Removing what is gone already is no error. Raises StoreUnavailable."""
        ...
