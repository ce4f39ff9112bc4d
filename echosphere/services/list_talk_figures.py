from dataclasses import dataclass

from echosphere.domain.day_figures import DayFigures
from echosphere.domain.page import Page
from echosphere.domain.session import Session
from echosphere.domain.session_filter import SessionFilter
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_day_figures import WantedDays


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFigures:
    """`figures` is None of a talk that was not counted yet."""

    session: Session
    figures: DayFigures | None


def list_talk_figures(
    ports: Ports, member: Member, wanted: WantedDays, *, limit: int, cursor: str | None
) -> Page[TalkFigures]:
    """The talks that ended in these days, newest first, each with what was counted of it: no talk is read for that.

    Raises InvalidCursor, StoreUnavailable.
    """
    only = SessionFilter(persona_id=wanted.persona_id, language=wanted.language, ended=(wanted.from_day, wanted.to_day))
    page = ports.sessions.list_by_workspace(member.workspace_id, limit=limit, cursor=cursor, only=only)
    figures = ports.days.list_talks(page.items)
    told = [
        TalkFigures(session=session, figures=counted if counted.sessions else None)
        for session, counted in zip(page.items, figures, strict=True)
    ]
    return Page(told, page.next_cursor)
