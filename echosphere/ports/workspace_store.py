from typing import Protocol

from echosphere.domain.workspace import Member


class WorkspaceStore(Protocol):
    def find_member(self, person_id: str) -> Member | None:
        """The person's membership, or None before the first sign-in. Raises StoreUnavailable."""
        ...

    def create_personal(self, member: Member) -> Member:
        """Makes the workspace with its one member; when two requests race, both get the same one.

        Raises StoreUnavailable.
        """
        ...
