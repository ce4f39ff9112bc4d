"""Sessions and messages as items, and back."""

from dataclasses import asdict
from datetime import datetime

from echosphere.adapters.dynamodb.items import MessageItem, SessionItem
from echosphere.adapters.dynamodb.unsettled import unsettled_session_keys
from echosphere.adapters.sort_keys import message_sort_key, session_sort_key
from echosphere.domain.language import Language
from echosphere.domain.message import Message, Role, ToolResult, Via
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.persona import BUILT_IN, BUILT_IN_NAME
from echosphere.domain.session import EndReason, FailureReason, Session, SessionStatus
from echosphere.domain.trace import TraceParent


def session_partition(session_id: str) -> str:
    return f"SESSION#{session_id}"


def workspace_partition(workspace_id: str) -> str:
    return f"WORKSPACE#{workspace_id}"


def to_session_item(session: Session) -> SessionItem:
    unsettled = unsettled_session_keys(session)
    return SessionItem(
        session_partition(session.id),
        "META",
        GSI1PK=workspace_partition(session.workspace_id),
        GSI1SK=session_sort_key(session),
        GSI2PK=unsettled[0],
        GSI2SK=unsettled[1],
        session_id=session.id,
        workspace_id=session.workspace_id,
        person_id=session.person_id,
        room_name=session.room_name,
        participant_identity=session.participant_identity,
        language=session.language.value,
        persona_id=session.persona_id,
        persona_name=session.persona_name,
        recorded=session.recorded,
        consented_at=_text(session.consented_at),
        status=session.status.value,
        created_at=to_text(session.created_at),
        started_at=_text(session.started_at),
        ended_at=_text(session.ended_at),
        end_reason=session.end_reason,
        failure_reason=session.failure_reason,
        title=session.title,
        message_count=session.message_count,
        trace=str(session.trace) if session.trace else None,
    )


def to_session(item: SessionItem) -> Session:
    return Session(
        id=item.session_id,
        workspace_id=item.workspace_id,
        person_id=item.person_id,
        room_name=item.room_name,
        participant_identity=item.participant_identity,
        language=Language(item.language),
        persona_id=item.persona_id or BUILT_IN,  # talks from before there were personas
        persona_name=item.persona_name or BUILT_IN_NAME,
        recorded=item.recorded,
        consented_at=_moment(item.consented_at),
        status=SessionStatus(item.status),
        created_at=from_text(item.created_at),
        started_at=_moment(item.started_at),
        ended_at=_moment(item.ended_at),
        end_reason=EndReason(item.end_reason) if item.end_reason else None,
        failure_reason=FailureReason(item.failure_reason) if item.failure_reason else None,
        title=item.title,
        message_count=int(item.message_count),
        trace=TraceParent.parse(item.trace),
    )


def to_message_item(message: Message) -> MessageItem:
    return MessageItem(
        session_partition(message.session_id),
        message_sort_key(message),
        message_id=message.id,
        session_id=message.session_id,
        workspace_id=message.workspace_id,
        role=message.role.value,
        text=message.text,
        started_s=message.started_s,
        ended_s=message.ended_s,
        interrupted=message.interrupted,
        via=message.via.value,
        speaker=message.speaker,
        tool_results=[asdict(each) for each in message.tool_results] or None,
    )


def to_message(item: MessageItem) -> Message:
    return Message(
        id=item.message_id,
        session_id=item.session_id,
        workspace_id=item.workspace_id,
        role=Role(item.role),
        text=item.text,
        started_s=item.started_s,
        ended_s=item.ended_s,
        interrupted=item.interrupted,
        via=Via(item.via),
        speaker=item.speaker,
        tool_results=tuple(ToolResult(**each) for each in item.tool_results or ()),
    )


def _text(moment: datetime | None) -> str | None:
    return to_text(moment) if moment else None


def _moment(text: str | None) -> datetime | None:
    return from_text(text) if text else None
