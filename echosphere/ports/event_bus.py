from typing import Protocol

from echosphere.domain.events import Event


class EventBus(Protocol):
    def publish(self, event: Event) -> None:
        """At least once. Raises BusUnavailable."""
        ...
