"""Many talks of a workspace are to be judged again, those that ended in a range of days: for an admin of it a page at
a time, for who runs the platform all of them.
"""

from dataclasses import dataclass
from datetime import date

from echosphere.domain.errors import InvalidPeriod, SessionNotFound
from echosphere.domain.evaluation import JudgeIdentity
from echosphere.domain.page import Page
from echosphere.domain.session import Session
from echosphere.domain.session_filter import SessionFilter
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.ask_for_evaluation import ask

# Each takes a read, a transaction and an event: a hundred take some five of the 29 seconds of a request.
PAGE = 100
# A model may be paid for each talk of them.
MOST_DAYS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class EndDays:
    """Both are in it, in UTC, by which days' figures are kept. Raises InvalidPeriod."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidPeriod

    def must_be_few_and_begun(self, *, today: date) -> None:
        """Raises InvalidPeriod."""
        if (self.last - self.first).days >= MOST_DAYS or self.last > today:
            raise InvalidPeriod


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`asked`: talks that wait to be judged; one that waited before is among them, and waits once."""

    asked: int
    next_cursor: str | None


def ask_for_evaluations(
    ports: Ports, member: Member, judge: JudgeIdentity, days: EndDays, *, cursor: str | None
) -> Asked:
    """A page of them, newest first; it may be short, and even empty, and still be continued.

    Raises RoleTooLow, InvalidPeriod, InvalidCursor.
    """
    member.must_be_an_admin()
    days.must_be_few_and_begun(today=ports.clock.now().date())
    return _ask_for_page(ports, judge, member.workspace_id, days, cursor)


def ask_for_all(ports: Ports, judge: JudgeIdentity, workspace_id: str, days: EndDays) -> int:
    """How many were asked for. For who runs the platform: it asks nobody's leave, and has no bounds."""
    asked, cursor = 0, None
    while True:
        page = _ask_for_page(ports, judge, workspace_id, days, cursor)
        asked, cursor = asked + page.asked, page.next_cursor
        if cursor is None:
            return asked


def _ask_for_page(ports: Ports, judge: JudgeIdentity, workspace_id: str, days: EndDays, cursor: str | None) -> Asked:
    only = SessionFilter(ended=(days.first, days.last))
    page: Page[Session] = ports.sessions.list_by_workspace(workspace_id, limit=PAGE, cursor=cursor, only=only)
    return Asked(asked=sum(_is_asked(ports, judge, each) for each in page.items), next_cursor=page.next_cursor)


def _is_asked(ports: Ports, judge: JudgeIdentity, session: Session) -> bool:
    """Not where it was deleted while the page was read."""
    try:
        ask(ports, session, judge)
    except SessionNotFound:
        return False
    return True
