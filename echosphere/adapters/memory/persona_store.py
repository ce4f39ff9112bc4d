from threading import Lock

from echosphere.adapters.sort_keys import PERSONA_SORT_KEY, persona_sort_key
from echosphere.domain.errors import IdempotencyKeyReused, PersonaNotFound
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.page import Page, from_cursor, to_cursor
from echosphere.domain.persona import Persona


class MemoryPersonaStore:
    def __init__(self) -> None:
        self._personas: dict[tuple[str, str], Persona] = {}
        self._keys: dict[tuple[str, str], tuple[str, str]] = {}
        self._lock = Lock()

    def get(self, workspace_id: str, persona_id: str) -> Persona:
        try:
            return self._personas[workspace_id, persona_id]
        except KeyError:
            raise PersonaNotFound(persona_id) from None

    def create(self, persona: Persona, *, key: IdempotencyKey) -> Persona:
        with self._lock:
            seen = self._keys.get((key.scope, key.value))
            if seen is None:
                self._keys[key.scope, key.value] = (key.request, persona.id)
                self._personas[persona.workspace_id, persona.id] = persona
                return persona
        request, persona_id = seen
        if request != key.request:
            raise IdempotencyKeyReused
        return self.get(persona.workspace_id, persona_id)

    def replace(self, persona: Persona) -> None:
        with self._lock:
            self.get(persona.workspace_id, persona.id)
            self._personas[persona.workspace_id, persona.id] = persona

    def delete(self, workspace_id: str, persona_id: str) -> None:
        self._personas.pop((workspace_id, persona_id), None)

    def list_by_workspace(self, workspace_id: str, *, limit: int, cursor: str | None) -> Page[Persona]:
        after = from_cursor(cursor, PERSONA_SORT_KEY) if cursor else ""
        mine = [each for (workspace, _), each in self._personas.items() if workspace == workspace_id]
        mine = sorted((each for each in mine if persona_sort_key(each.id) > after), key=lambda each: each.id)
        page = mine[:limit]
        return Page(page, to_cursor(persona_sort_key(page[-1].id)) if len(mine) > limit else None)
