from dataclasses import dataclass

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.shared_link import SharedLink


@dataclass(frozen=True)
class MemoryLinkStore:
    """It lies in the same table as the sessions: a deleted one takes its links with it."""

    sessions: MemorySessionStore

    def create(self, link: SharedLink) -> None:
        self.sessions.links[link.session_id, link.id] = link

    def find(self, session_id: str, link_id: str) -> SharedLink | None:
        return self.sessions.links.get((session_id, link_id))

    def list_by_session(self, session_id: str) -> list[SharedLink]:
        mine = [link for link in self.sessions.links.values() if link.session_id == session_id]
        return sorted(mine, key=lambda link: link.created_at)

    def delete(self, session_id: str, link_id: str) -> None:
        self.sessions.links.pop((session_id, link_id), None)
