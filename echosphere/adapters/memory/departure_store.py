from dataclasses import replace
from datetime import datetime

from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.workspace_store import MemoryWorkspaceStore
from echosphere.domain.departure import Departure, pseudonym
from echosphere.domain.events import PersonLeft


class MemoryDepartureStore:
    def __init__(self, workspaces: MemoryWorkspaceStore, outbox: MemoryOutbox) -> None:
        self._workspaces = workspaces
        self._outbox = outbox
        self._departures: dict[str, Departure] = {}

    def begin(self, person_id: str, departure: Departure, event: PersonLeft) -> None:
        if pseudonym(person_id) not in self._departures:
            self._departures[pseudonym(person_id)] = departure
            self._workspaces.gone.add(person_id)
            self._outbox.add(event)

    def find(self, person_id: str) -> Departure | None:
        return self._departures.get(pseudonym(person_id))

    def count_talk(self, person_id: str) -> None:
        known = self._departures[pseudonym(person_id)]
        self._departures[pseudonym(person_id)] = replace(known, talks_deleted=known.talks_deleted + 1)

    def finish(self, person_id: str, *, forget_at: datetime) -> None:
        del forget_at  # nothing expires here
        self._departures[pseudonym(person_id)] = replace(self._departures[pseudonym(person_id)], is_over=True)
