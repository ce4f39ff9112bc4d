from typing import Protocol

from echosphere.domain.shared_link import SharedLink


class LinkStore(Protocol):
    """Links to sessions; those of a deleted session are gone with it. Every method raises StoreUnavailable."""

    def create(self, link: SharedLink) -> None: ...

    def find(self, session_id: str, link_id: str) -> SharedLink | None:
        """Strongly consistent. May give one that has expired."""
        ...

    def list_by_session(self, session_id: str) -> list[SharedLink]:
        """The oldest first. May hold some that have expired."""
        ...

    def delete(self, session_id: str, link_id: str) -> None:
        """One that is not there is no error."""
        ...
