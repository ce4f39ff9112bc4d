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

    def forget(self, workspace_id: str, person_id: str) -> None:
        """The person is no member any more, and nothing of theirs is left beside; of a workspace that nobody else is
        in, nothing at all. What is gone already is no error. Raises StoreUnavailable.
        """
        ...

    def is_shared(self, workspace_id: str, person_id: str) -> bool:
        """Whether somebody else is in it. Raises StoreUnavailable."""
        ...
