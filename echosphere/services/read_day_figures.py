from dataclasses import dataclass, replace
from datetime import date

from echosphere.domain.day_figures import DayFigures
from echosphere.domain.errors import InvalidPeriod
from echosphere.domain.language import Language
from echosphere.domain.workspace import Member
from echosphere.ports import Ports

MOST_DAYS = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedDays:
    """Both days are in it. None: any. Raises InvalidPeriod."""

    from_day: date
    to_day: date
    persona_id: str | None = None
    language: Language | None = None

    def __post_init__(self) -> None:
        if not 0 <= (self.to_day - self.from_day).days < MOST_DAYS:
            raise InvalidPeriod

    def fits(self, figures: DayFigures) -> bool:
        return self.persona_id in (None, figures.persona_id) and self.language in (None, figures.language)


def read_day_figures(ports: Ports, member: Member, wanted: WantedDays) -> tuple[list[DayFigures], DayFigures]:
    """Of the workspace, one for each day with a talk that fits; and all together.

    Reads an item for each day, persona and language: how many talks there were changes nothing.
    Raises StoreUnavailable.
    """
    together = DayFigures(workspace_id=member.workspace_id, day="", persona_id="")
    days: dict[str, DayFigures] = {}
    from_day, to_day = wanted.from_day.isoformat(), wanted.to_day.isoformat()
    for figures in ports.days.list_days(member.workspace_id, from_day=from_day, to_day=to_day):
        if wanted.fits(figures):
            blank = replace(together, day=figures.day)
            days[figures.day] = days.get(figures.day, blank) + figures
    return list(days.values()), sum(days.values(), together)
