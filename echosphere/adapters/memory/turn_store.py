from dataclasses import dataclass, field

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.adapters.sort_keys import TURN_SORT_KEY, turn_sort_key
from echosphere.domain.page import Page, from_cursor, to_cursor
from echosphere.domain.turn import Turn


@dataclass(frozen=True)
class MemoryTurnStore:
    sessions: MemorySessionStore
    _turns: dict[tuple[str, str], Turn] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._turns)

    def put(self, turn: Turn) -> None:
        self._turns[self.sessions.get(turn.session_id).id, turn_sort_key(turn)] = turn

    def list_by_session(self, session_id: str, *, limit: int, cursor: str | None) -> Page[Turn]:
        after = from_cursor(cursor, TURN_SORT_KEY) if cursor else ""
        keys = sorted(key for session, key in self._turns if session == session_id and key > after)
        page = [self._turns[session_id, key] for key in keys[:limit]]
        return Page(page, to_cursor(keys[limit - 1]) if len(keys) > limit else None)
