from echosphere.domain.errors import BusUnavailable
from echosphere.domain.events import Event


class MemoryEventBus:
    """Keeps what was published; `is_down` makes every publication fail as an unreachable bus does."""

    def __init__(self) -> None:
        self.published: list[Event] = []
        self.is_down = False

    def publish(self, event: Event) -> None:
        if self.is_down:
            raise BusUnavailable
        self.published.append(event)
