from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Header, Query
from pydantic import AfterValidator, Field, StringConstraints

from echosphere.domain.errors import (
    ConsentNeeded,
    IdempotencyKeyReused,
    InvalidCursor,
    InvalidIdempotencyKey,
    LanguageNotSpoken,
    PersonaNotFound,
    RoleTooLow,
    SessionNotFound,
    SessionOver,
)
from echosphere.domain.language import Language
from echosphere.domain.persona import BUILT_IN
from echosphere.domain.session import TITLE_CHARACTERS, EndReason
from echosphere.domain.session_filter import SessionFilter
from echosphere.services.end_session import end_session
from echosphere.services.join_session import join_session
from echosphere.services.list_messages import list_messages
from echosphere.services.list_sessions import list_sessions
from echosphere.services.read_session import read_session
from echosphere.services.rename_session import rename_session
from echosphere.services.start_session import TalkWish, start_session
from lambdas.http.answers import MessagePageAnswer, SessionAnswer, SessionPageAnswer, StartedSessionAnswer
from lambdas.http.dependencies import LONGEST_ID, Cursor, Id, Limit, NeedsConsent, TheMember, ThePorts
from lambdas.http.one_line import one_line
from lambdas.http.problems import documented
from lambdas.http.request_body import RequestBody
from lambdas.tracing.span import current_span, note_session

router = APIRouter(prefix="/sessions", tags=["sessions"])


Title = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=TITLE_CHARACTERS),
    AfterValidator(one_line),
]


class RenameSessionRequest(RequestBody):
    title: Title = Field(description="one line; spaces around it are dropped")


class StartSessionRequest(RequestBody):
    persona_id: str = Field(BUILT_IN, min_length=1, max_length=LONGEST_ID, description="who is talked with")
    language: Language | None = Field(None, description="one of the persona's; none: its first")
    record: bool = Field(True, description="false: not recorded; true: recorded unless the persona never is")
    recording_consent: bool = Field(
        False, description="the person was asked for this talk and said yes; `/me` says where that is needed"
    )

    def wish(self) -> TalkWish:
        span = current_span()
        return TalkWish(
            persona_id=self.persona_id,
            language=self.language,
            record=self.record,
            consented=self.recording_consent,
            trace=span.place if span else None,
        )


@router.post(
    "",
    status_code=HTTPStatus.CREATED,
    responses=documented(
        InvalidIdempotencyKey,
        SessionOver,
        ConsentNeeded,
        IdempotencyKeyReused,
        RoleTooLow,
        PersonaNotFound,
        LanguageNotSpoken,
    ),
)
def start(
    ports: ThePorts,
    member: TheMember,
    needs_consent: NeedsConsent,
    body: StartSessionRequest,
    idempotency_key: Annotated[str, Header(description="8 to 64 characters, new for each talk")] = "",
) -> StartedSessionAnswer:
    """Starts a talk and gives the pass into its room. Sent again with the same key, it gives the same talk."""
    session = start_session(ports, member, body.wish(), idempotency_key=idempotency_key, consent_needed=needs_consent)
    note_session(session)
    return StartedSessionAnswer.of_both(session, join_session(ports, member, session.id))


@router.get("", responses=documented(InvalidCursor))
def list_newest_first(
    ports: ThePorts,
    member: TheMember,
    persona_id: Annotated[str | None, Query(min_length=1, max_length=LONGEST_ID, description="with whom")] = None,
    language: Annotated[Language | None, Query(description="in which language")] = None,
    ended_on: Annotated[date | None, Query(description="the day of its end, in UTC")] = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> SessionPageAnswer:
    """A page of those that fit may be short, and even empty behind 20,000 that do not: go on while there is a cursor.

    A cursor goes on with whatever filter is sent beside it.
    """
    only = SessionFilter(persona_id=persona_id, language=language, ended=(ended_on, ended_on) if ended_on else None)
    return SessionPageAnswer.of(list_sessions(ports, member, limit=limit, cursor=cursor, only=only))


@router.get("/{session_id}", responses=documented(SessionNotFound))
def read(ports: ThePorts, member: TheMember, session_id: Id) -> SessionAnswer:
    return SessionAnswer.of(read_session(ports, member, session_id))


@router.patch("/{session_id}", responses=documented(SessionNotFound, RoleTooLow))
def rename(ports: ThePorts, member: TheMember, session_id: Id, body: RenameSessionRequest) -> SessionAnswer:
    """Gives the talk a name of its person's; said again, it changes nothing."""
    return SessionAnswer.of(rename_session(ports, member, session_id, body.title))


@router.get("/{session_id}/messages", responses=documented(SessionNotFound, InvalidCursor))
def list_in_order_of_the_talk(
    ports: ThePorts, member: TheMember, session_id: Id, limit: Limit = 100, cursor: Cursor = None
) -> MessagePageAnswer:
    return MessagePageAnswer.of(list_messages(ports, member, session_id, limit=limit, cursor=cursor))


@router.post("/{session_id}/end", responses=documented(SessionNotFound, RoleTooLow))
def end(ports: ThePorts, member: TheMember, session_id: Id) -> SessionAnswer:
    """Hangs up: the session is ended and its room is closed. A session that is over is given back as it is."""
    member.must_be_able_to_talk()
    session = read_session(ports, member, session_id)
    note_session(session)
    return SessionAnswer.of(end_session(ports, session.id, reason=EndReason.HUNG_UP))
