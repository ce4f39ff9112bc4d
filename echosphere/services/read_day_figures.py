from dataclasses import replace
from datetime import date

from echosphere.domain.day_figures import DayFigures
from echosphere.domain.errors import InvalidPeriod
from echosphere.domain.workspace import Member
from echosphere.ports import Ports

MOST_DAYS = 92


def read_day_figures(
    ports: Ports, member: Member, *, from_day: date, to_day: date
) -> tuple[list[DayFigures], DayFigures]:
    """Of the workspace, one for each day with a talk, whatever the persona; and all together.

    Reads an item for each day and persona: how many talks there were changes nothing.
    Raises InvalidPeriod, StoreUnavailable.
    """
    if not 0 <= (to_day - from_day).days < MOST_DAYS:
        raise InvalidPeriod
    together = DayFigures(workspace_id=member.workspace_id, day="", persona_id="")
    days: dict[str, DayFigures] = {}
    found = ports.days.list_days(member.workspace_id, from_day=from_day.isoformat(), to_day=to_day.isoformat())
    for figures in found:
        blank = replace(together, day=figures.day)
        days[figures.day] = days.get(figures.day, blank) + figures
    return list(days.values()), sum(days.values(), together)
