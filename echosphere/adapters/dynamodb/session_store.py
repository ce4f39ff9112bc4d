from pynamodb.exceptions import TransactWriteError, UpdateError
from pynamodb.expressions.update import Action

from echosphere.adapters.dynamodb.day_store import COUNTED
from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, failed_conditions, refusals, translated, was_refused
from echosphere.adapters.dynamodb.evaluation_records import EVALUATION
from echosphere.adapters.dynamodb.feedback_store import forget_feedback
from echosphere.adapters.dynamodb.filtered_sessions import read_filtered
from echosphere.adapters.dynamodb.idempotency import read_idempotency_item, to_idempotency_item
from echosphere.adapters.dynamodb.items import (
    CountedItem,
    EvaluationItem,
    IdempotencyItem,
    LinkItem,
    MessageItem,
    RecordingItem,
    SessionItem,
    SpeakerItem,
    TableItem,
    TurnItem,
    UsageItem,
)
from echosphere.adapters.dynamodb.link_store import INVITATION, LINK
from echosphere.adapters.dynamodb.outbox import to_outbox_item
from echosphere.adapters.dynamodb.session_records import (
    session_partition,
    to_message,
    to_message_item,
    to_session,
    to_session_item,
    workspace_partition,
)
from echosphere.adapters.dynamodb.speaker_store import SPEAKER
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.adapters.dynamodb.turn_store import TURN
from echosphere.adapters.dynamodb.usage_store import USAGE
from echosphere.adapters.sort_keys import MESSAGE_SORT_KEY, SESSION_SORT_KEY, message_sort_key, session_sort_key
from echosphere.domain.errors import SessionNotFound, WriteConflict
from echosphere.domain.events import Event
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.message import Message, Role
from echosphere.domain.page import Page, from_cursor, to_cursor
from echosphere.domain.session import Session, title_from
from echosphere.domain.session_filter import ANY_SESSION, SessionFilter

_IS_A_KEY = IdempotencyItem.SK.startswith("KEY#")
FIRST_MESSAGE, BEHIND_LAST_MESSAGE = "MESSAGE#", "MESSAGE#:"  # ':' follows the digits in ASCII
# What lies in a session's partition, and goes with it.
OF_A_SESSION: tuple[tuple[type[TableItem], str], ...] = (
    (MessageItem, FIRST_MESSAGE),
    (RecordingItem, "RECORDING#"),
    (LinkItem, LINK),
    (LinkItem, INVITATION),
    (SpeakerItem, SPEAKER),
    (EvaluationItem, EVALUATION),
    (TurnItem, TURN),
    (UsageItem, USAGE),
    (CountedItem, COUNTED),
)


class DynamoSessionStore:
    def get(self, session_id: str) -> Session:
        try:
            with translated():
                return to_session(SessionItem.get(session_partition(session_id), "META", consistent_read=True))
        except SessionItem.DoesNotExist:
            raise SessionNotFound(session_id) from None

    def create(self, session: Session, *, key: IdempotencyKey) -> Session:
        try:
            with transaction() as write:
                write.save(
                    to_idempotency_item(key, session_id=session.id), condition=IdempotencyItem.PK.does_not_exist()
                )
                write.save(to_session_item(session), condition=SessionItem.PK.does_not_exist())
        except TransactWriteError as error:
            if CONDITION_FAILED not in refusals(error):
                raise
            return self.get(read_idempotency_item(key).session_id)
        return session

    def made_with(self, key: IdempotencyKey) -> Session | None:
        try:
            made = read_idempotency_item(key)
        except IdempotencyItem.DoesNotExist:
            return None
        return self.get(made.session_id)

    def replace(self, session: Session, *, was: Session, event: Event) -> None:
        item = to_session_item(session)
        try:
            with transaction() as write:
                write.save(to_outbox_item(event))
                write.update(item, actions=_new_state(item), condition=SessionItem.status == was.status.value)
        except TransactWriteError as error:
            if CONDITION_FAILED not in refusals(error):
                raise
            raise WriteConflict from error

    def rename(self, session_id: str, title: str) -> Session:
        item = SessionItem(session_partition(session_id), "META")
        try:
            with translated():
                item.update(actions=[SessionItem.title.set(title)], condition=SessionItem.PK.exists())
        except UpdateError as error:
            if not was_refused(error):
                raise
            raise SessionNotFound(session_id) from None
        return to_session(item)

    def delete(self, session: Session) -> None:
        partition = session_partition(session.id)
        its_own = IdempotencyItem.session_id == session.id
        with translated():
            for key in IdempotencyItem.query(f"PERSON#{session.person_id}", _IS_A_KEY, filter_condition=its_own):
                key.delete()
            forget_feedback(session.id)
            for kind, prefix in OF_A_SESSION:
                for item in kind.query(partition, kind.SK.startswith(prefix)):
                    item.delete()
            SessionItem(partition, "META").delete()

    def list_by_workspace(
        self, workspace_id: str, *, limit: int, cursor: str | None, only: SessionFilter = ANY_SESSION
    ) -> Page[Session]:
        sort_key = from_cursor(cursor, SESSION_SORT_KEY) if cursor else None
        if not only.lets_all_through:
            return read_filtered(workspace_id, sort_key, only=only, limit=limit)
        before = SessionItem.GSI1SK < sort_key if sort_key else None
        with translated():
            found = SessionItem.by_workspace.query(
                workspace_partition(workspace_id), before, scan_index_forward=False, limit=limit + 1
            )
            sessions = [to_session(item) for item in found]
        page = sessions[:limit]
        return Page(page, to_cursor(session_sort_key(page[-1])) if len(sessions) > limit else None)

    def add_message(self, message: Message) -> None:
        session = SessionItem(session_partition(message.session_id), "META")
        try:
            with transaction() as write:
                write.save(to_message_item(message), condition=MessageItem.PK.does_not_exist())
                write.update(session, actions=_counting(message), condition=SessionItem.PK.exists())
        except TransactWriteError as error:
            is_known, is_orphan = failed_conditions(error)
            if is_orphan:
                raise SessionNotFound(message.session_id) from None
            if not is_known:
                raise

    def list_messages(self, session_id: str, *, limit: int, cursor: str | None) -> Page[Message]:
        # '!' precedes every character of an id, so this starts right behind the cursor's message
        after = f"{from_cursor(cursor, MESSAGE_SORT_KEY)}!" if cursor else FIRST_MESSAGE
        with translated():
            found = MessageItem.query(
                session_partition(session_id), MessageItem.SK.between(after, BEHIND_LAST_MESSAGE), limit=limit + 1
            )
            messages = [to_message(item) for item in found]
        page = messages[:limit]
        return Page(page, to_cursor(message_sort_key(page[-1])) if len(messages) > limit else None)


def _new_state(item: SessionItem) -> list[Action]:
    """Only what a change of state may touch: the title and the count belong to the messages."""
    states = (SessionItem.started_at, SessionItem.ended_at, SessionItem.end_reason, SessionItem.failure_reason)
    known = [state.set(value) for state in states if (value := getattr(item, state.attr_name)) is not None]
    return [SessionItem.status.set(item.status), *known]


def _counting(message: Message) -> list[Action]:
    counted: list[Action] = [SessionItem.message_count.add(1)]
    if message.role is Role.USER:
        counted.append(SessionItem.title.set(SessionItem.title | title_from(message.text)))
    return counted
