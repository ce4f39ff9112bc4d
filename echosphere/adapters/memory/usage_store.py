from dataclasses import dataclass, field

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.usage import JobUsage


@dataclass(frozen=True)
class MemoryUsageStore:
    sessions: MemorySessionStore
    _used: dict[tuple[str, str], JobUsage] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._used)

    def put(self, usage: JobUsage) -> None:
        self._used[self.sessions.get(usage.session_id).id, usage.id] = usage

    def list_by_session(self, session_id: str) -> list[JobUsage]:
        return [usage for (session, _), usage in sorted(self._used.items()) if session == session_id]
