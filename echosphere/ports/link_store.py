from typing import Protocol

from echosphere.domain.shared_link import SharedLink


class LinkStore(Protocol):
    """Links to sessions; those of a deleted session are gone with it. Every method raises StoreUnavailable.

    A store is for one purpose: what opens a recording never opens a room.
    """

    def create(self, link: SharedLink) -> None: ...

    def count_use(self, link: SharedLink, *, most: int) -> bool:
        """Whether it was used fewer than `most` times, and is now once more. False, too, for one that is gone."""
        ...

    def find(self, session_id: str, link_id: str) -> SharedLink | None:
        """Strongly consistent. May give one that has expired."""
        ...

    def list_by_session(self, session_id: str) -> list[SharedLink]:
        """The oldest first. May hold some that have expired."""
        ...

    def delete(self, session_id: str, link_id: str) -> None:
        """One that is not there is no error."""
        ...
