from dataclasses import dataclass, field

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.day_figures import DayFigures


@dataclass(frozen=True)
class MemoryDayStore:
    sessions: MemorySessionStore
    _days: dict[tuple[str, str, str], DayFigures] = field(default_factory=dict)
    _counted: dict[tuple[str, str], bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._counted)

    def add(self, figures: DayFigures, *, session_id: str, what: str) -> bool:
        if (session_id, what) in self._counted:
            return False
        self._counted[session_id, what] = True
        key = (figures.workspace_id, figures.day, figures.persona_id)
        self._days[key] = self._days[key] + figures if key in self._days else figures
        return True

    def list_days(self, workspace_id: str, *, from_day: str, to_day: str) -> list[DayFigures]:
        keys = [key for key in sorted(self._days) if key[0] == workspace_id and from_day <= key[1] <= to_day]
        return [self._days[key] for key in keys]
