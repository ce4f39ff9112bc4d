from collections.abc import Sequence
from dataclasses import dataclass, field

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.day_figures import DayFigures, day_of
from echosphere.domain.session import Session

type Key = tuple[str, str, str, str]
OPINIONS = "opinions"


@dataclass(frozen=True)
class MemoryDayStore:
    sessions: MemorySessionStore
    _days: dict[Key, DayFigures] = field(default_factory=dict)
    _counted: dict[tuple[str, str], DayFigures] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._counted)

    def add(self, figures: DayFigures, *, session_id: str, what: str) -> bool:
        if (session_id, what) in self._counted:
            return False
        self._counted[session_id, what] = figures
        self._add(figures)
        return True

    def put_opinions(self, figures: DayFigures, *, session_id: str) -> None:
        known = self._counted.get((session_id, OPINIONS))
        self._counted[session_id, OPINIONS] = figures
        self._add(figures.instead_of(known) if known else figures)

    def forget_session(self, figures: DayFigures, *, session_id: str) -> None:
        if (key := _key(figures)) in self._days:
            self._days[key] = self._days[key].without(session_id)

    def list_talks(self, sessions: Sequence[Session]) -> list[DayFigures]:
        counted = self._counted.items()
        return [
            sum((figures for (session_id, _), figures in counted if session_id == session.id), day_of(session))
            for session in sessions
        ]

    def list_days(self, workspace_id: str, *, from_day: str, to_day: str) -> list[DayFigures]:
        keys = [key for key in sorted(self._days) if key[0] == workspace_id and from_day <= key[1] <= to_day]
        return [self._days[key] for key in keys]

    def _add(self, figures: DayFigures) -> None:
        key = _key(figures)
        self._days[key] = self._days[key] + figures if key in self._days else figures


def _key(figures: DayFigures) -> Key:
    return figures.workspace_id, figures.day, figures.persona_id, figures.language or ""
