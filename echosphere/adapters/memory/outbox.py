from datetime import datetime

from echosphere.domain.events import Event
from echosphere.domain.moment import to_text


class MemoryOutbox:
    def __init__(self) -> None:
        self._events: dict[str, Event] = {}

    def add(self, event: Event) -> None:
        self._events[event.event_id] = event

    def list_older_than(self, moment: datetime, *, limit: int) -> list[Event]:
        old = [event for event in self._events.values() if event.occurred_at < to_text(moment)]
        return sorted(old, key=lambda event: event.occurred_at)[:limit]

    def remove(self, event: Event) -> None:
        self._events.pop(event.event_id, None)
