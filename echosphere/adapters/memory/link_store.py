from dataclasses import dataclass, field

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.shared_link import SharedLink


@dataclass(frozen=True)
class MemoryLinkStore:
    """It lies in the same table as the sessions: a deleted one takes its links with it."""

    sessions: MemorySessionStore
    _links: dict[tuple[str, str], SharedLink] = field(default_factory=dict)
    _uses: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._links)

    def create(self, link: SharedLink) -> None:
        self._links[link.session_id, link.id] = link

    def count_use(self, link: SharedLink, *, most: int) -> bool:
        if self.find(link.session_id, link.id) is None or self._uses.get(link.id, 0) >= most:
            return False
        self._uses[link.id] = self._uses.get(link.id, 0) + 1
        return True

    def find(self, session_id: str, link_id: str) -> SharedLink | None:
        return self._links.get((session_id, link_id))

    def list_by_session(self, session_id: str) -> list[SharedLink]:
        mine = [link for link in self._links.values() if link.session_id == session_id]
        return sorted(mine, key=lambda link: link.created_at)

    def delete(self, session_id: str, link_id: str) -> None:
        self._links.pop((session_id, link_id), None)
