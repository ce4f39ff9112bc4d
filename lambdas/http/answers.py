"""How records look to clients. Nothing else of one leaves the house; ids of person and workspace go to `me` alone."""

from datetime import datetime
from typing import Annotated, Self

from pydantic import BaseModel, PlainSerializer

from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role, Via
from echosphere.domain.moment import to_text
from echosphere.domain.page import Page
from echosphere.domain.session import EndReason, FailureReason, Session, SessionStatus
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.ports.rooms import RoomPass

Moment = Annotated[datetime, PlainSerializer(to_text, return_type=str)]


class SessionAnswer(BaseModel):
    """`persona_name` is as it was when the talk began. `consented_at`: when its person said yes to being recorded."""

    id: str
    status: SessionStatus
    language: Language
    persona_id: str
    persona_name: str
    recorded: bool
    consented_at: Moment | None
    created_at: Moment
    started_at: Moment | None
    ended_at: Moment | None
    duration_s: float | None
    end_reason: EndReason | None
    failure_reason: FailureReason | None
    title: str | None
    message_count: int

    @classmethod
    def of(cls, session: Session) -> Self:
        return cls.model_validate(session, from_attributes=True)


class MessageAnswer(BaseModel):
    """`started_s` and `ended_s` are seconds from the session's start. `speaker`: see the talk's speakers."""

    id: str
    role: Role
    text: str
    started_s: float
    ended_s: float
    interrupted: bool
    via: Via
    speaker: str | None

    @classmethod
    def of(cls, message: Message) -> Self:
        return cls.model_validate(message, from_attributes=True)


class RoomPassAnswer(BaseModel):
    livekit_url: str
    token: str
    token_expires_at: Moment

    @classmethod
    def of(cls, room_pass: RoomPass) -> Self:
        return cls(livekit_url=room_pass.livekit_url, token=room_pass.token, token_expires_at=room_pass.expires_at)


class StartedSessionAnswer(RoomPassAnswer):
    session: SessionAnswer

    @classmethod
    def of_both(cls, session: Session, room_pass: RoomPass) -> Self:
        return cls(session=SessionAnswer.of(session), **RoomPassAnswer.of(room_pass).__dict__)


class SessionPageAnswer(BaseModel):
    items: list[SessionAnswer]
    next_cursor: str | None

    @classmethod
    def of(cls, page: Page[Session]) -> Self:
        return cls(items=[SessionAnswer.of(each) for each in page.items], next_cursor=page.next_cursor)


class MessagePageAnswer(BaseModel):
    items: list[MessageAnswer]
    next_cursor: str | None

    @classmethod
    def of(cls, page: Page[Message]) -> Self:
        return cls(items=[MessageAnswer.of(each) for each in page.items], next_cursor=page.next_cursor)


class WorkspaceAnswer(BaseModel):
    id: str
    name: str
    role: WorkspaceRole


class MeAnswer(BaseModel):
    """`recording_consent_needed`: where I am, I am asked before each talk that is recorded."""

    person_id: str
    workspace: WorkspaceAnswer
    recording_consent_needed: bool

    @classmethod
    def of(cls, member: Member, *, needs_consent: bool) -> Self:
        workspace = WorkspaceAnswer(id=member.workspace_id, name=member.workspace_name, role=member.role)
        return cls(person_id=member.person_id, workspace=workspace, recording_consent_needed=needs_consent)


class HealthAnswer(BaseModel):
    status: str = "ok"
