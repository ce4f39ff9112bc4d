"""A session: one live talk in one room, and the only ways it may change.

pending ──activate──▶ active ──end──▶ ended
   └──────────────end / fail──────────▶ ended, failed
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Self
from unicodedata import category

from echosphere.domain.errors import SessionAlreadyStarted, SessionOver
from echosphere.domain.language import Language
from echosphere.domain.persona import BUILT_IN, BUILT_IN_NAME
from echosphere.domain.trace import TraceParent

TITLE_CHARACTERS = 80  # one line of a list on a phone, twice
# Control characters, halves of a character, and what breaks a line.
_NOT_IN_A_LINE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNS_THE_LINE = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class SessionStatus(StrEnum):
    PENDING = "pending"
    ACTIVE = "active"
    ENDED = "ended"
    FAILED = "failed"


class EndReason(StrEnum):
    HUNG_UP = "hung_up"
    PERSON_LEFT = "person_left"
    ROOM_CLOSED = "room_closed"
    FELL_SILENT = "fell_silent"
    LIMIT_REACHED = "limit_reached"


class FailureReason(StrEnum):
    AGENT_ERROR = "agent_error"
    AGENT_LOST = "agent_lost"
    NEVER_JOINED = "never_joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """`persona_name` is as it was when the talk began. `consented_at`: when the person said yes to being recorded.
    `trace`: the request that asked for the talk; all that is done for it goes on from there."""

    id: str
    workspace_id: str
    person_id: str
    room_name: str
    participant_identity: str
    language: Language
    created_at: datetime
    persona_id: str = BUILT_IN
    persona_name: str = BUILT_IN_NAME
    recorded: bool = True
    consented_at: datetime | None = None
    status: SessionStatus = SessionStatus.PENDING
    started_at: datetime | None = None
    ended_at: datetime | None = None
    end_reason: EndReason | None = None
    failure_reason: FailureReason | None = None
    title: str | None = None
    message_count: int = 0
    trace: TraceParent | None = None

    @property
    def is_over(self) -> bool:
        return self.status in (SessionStatus.ENDED, SessionStatus.FAILED)

    @property
    def has_begun(self) -> bool:
        return self.started_at is not None

    @property
    def duration_s(self) -> float | None:
        """Seconds from the first moment of the talk to its end; None while it runs or when it never began."""
        if self.started_at is None or self.ended_at is None:
            return None
        return (self.ended_at - self.started_at).total_seconds()

    def activate(self, *, at: datetime) -> Self:
        """Agent and person are in the room: the talk begins. Raises SessionAlreadyStarted, SessionOver."""
        if self.status is SessionStatus.ACTIVE:
            raise SessionAlreadyStarted(self.id)
        self._must_not_be_over()
        return replace(self, status=SessionStatus.ACTIVE, started_at=at)

    def end(self, *, at: datetime, reason: EndReason) -> Self:
        """Raises SessionOver."""
        self._must_not_be_over()
        return replace(self, status=SessionStatus.ENDED, ended_at=at, end_reason=reason)

    def fail(self, *, at: datetime, reason: FailureReason) -> Self:
        """Raises SessionOver."""
        self._must_not_be_over()
        return replace(self, status=SessionStatus.FAILED, ended_at=at, failure_reason=reason)

    def _must_not_be_over(self) -> None:
        if self.is_over:
            raise SessionOver(self.id)


def title_from(text: str) -> str:
    """A talk is called by the first thing its person said, cut at a word where there are words."""
    text = " ".join(text.split())
    if len(text) <= TITLE_CHARACTERS:
        return text
    head = text[: TITLE_CHARACTERS - 1]
    return head.rsplit(" ", 1)[0] + "…"


def is_a_line(text: str) -> bool:
    """Whether it is shown as it is written: in one line, and turning nothing of what stands around it."""
    return not any(category(each) in _NOT_IN_A_LINE or each in _TURNS_THE_LINE for each in text)
