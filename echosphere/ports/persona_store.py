from typing import Protocol

from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.page import Page
from echosphere.domain.persona import Persona


class PersonaStore(Protocol):
    """The personas that people made. Every method raises StoreUnavailable when the store does not answer."""

    def get(self, workspace_id: str, persona_id: str) -> Persona:
        """Strongly consistent. Raises PersonaNotFound."""
        ...

    def create(self, persona: Persona, *, key: IdempotencyKey) -> Persona:
        """Stores persona and key together; a key seen before gives the persona of that time, as it is now.

        Raises IdempotencyKeyReused when the key came with another request, PersonaNotFound when it is deleted since.
        """
        ...

    def replace(self, persona: Persona) -> None:
        """The last one wins. Raises PersonaNotFound: what is deleted does not come back."""
        ...

    def delete(self, workspace_id: str, persona_id: str) -> None:
        """One that is gone is no error."""
        ...

    def list_by_workspace(self, workspace_id: str, *, limit: int, cursor: str | None) -> Page[Persona]:
        """In the order in which they were made. Raises InvalidCursor."""
        ...
