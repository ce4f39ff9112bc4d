from datetime import datetime

from pynamodb.exceptions import TransactWriteError, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from echosphere.adapters.dynamodb.errors import CONDITION_FAILED, refusals, translated
from echosphere.adapters.dynamodb.items import RecordingItem, SessionItem
from echosphere.adapters.dynamodb.outbox import to_outbox_item
from echosphere.adapters.dynamodb.recording_records import to_recording, to_recording_item
from echosphere.adapters.dynamodb.session_records import session_partition
from echosphere.adapters.dynamodb.transaction import transaction
from echosphere.adapters.dynamodb.unsettled import SHARDS, unsettled_partition, unsettled_session_keys
from echosphere.adapters.sort_keys import recording_sort_key
from echosphere.domain.errors import RecordingNotFound, WriteConflict
from echosphere.domain.events import Event
from echosphere.domain.moment import to_text
from echosphere.domain.recording import Recording
from echosphere.domain.session import Session
from echosphere.ports.recording_store import Unsettled


class DynamoRecordingStore:
    def get(self, session_id: str, attempt: int) -> Recording:
        key = session_partition(session_id), recording_sort_key(attempt)
        try:
            with translated():
                return to_recording(RecordingItem.get(*key, consistent_read=True))
        except RecordingItem.DoesNotExist:
            raise RecordingNotFound(session_id) from None

    def list_by_session(self, session_id: str) -> list[Recording]:
        with translated():
            found = RecordingItem.query(
                session_partition(session_id), RecordingItem.SK.startswith("RECORDING#"), consistent_read=True
            )
            return [to_recording(item) for item in found]

    def create(self, recording: Recording, *, event: Event | None = None) -> None:
        _save(recording, RecordingItem.PK.does_not_exist(), event)

    def replace(self, recording: Recording, *, was: Recording, event: Event | None = None) -> None:
        _save(recording, RecordingItem.revision == was.revision, event)

    def list_unsettled(self, *, before: datetime, limit: int) -> list[Unsettled]:
        found: list[Unsettled] = []
        for shard in range(SHARDS):
            with translated():
                old = SessionItem.unsettled.query(
                    unsettled_partition(shard),
                    SessionItem.GSI2SK < to_text(before),
                    limit=limit - len(found),
                )
                found += [_unsettled(item.PK, item.SK) for item in old]
            if len(found) >= limit:
                break
        return found

    def account_for(self, session_id: str) -> None:
        _update_session(session_id, SessionItem.GSI2PK.remove(), SessionItem.GSI2SK.remove())

    def look_again(self, session: Session) -> None:
        partition, sort = unsettled_session_keys(session)
        _update_session(session.id, SessionItem.GSI2PK.set(partition), SessionItem.GSI2SK.set(sort))


def _save(recording: Recording, condition: Condition, event: Event | None) -> None:
    try:
        with transaction() as write:
            write.save(to_recording_item(recording), condition=condition)
            if event:
                write.save(to_outbox_item(event))
    except TransactWriteError as error:
        if CONDITION_FAILED not in refusals(error):
            raise
        raise WriteConflict from error


def _update_session(session_id: str, *actions: Action) -> None:
    session = SessionItem(session_partition(session_id), "META")
    try:
        with translated():
            session.update(actions=list(actions), condition=SessionItem.PK.exists())
    except UpdateError as error:
        if error.cause_response_code != "ConditionalCheckFailedException":
            raise  # deleted meanwhile is accounted for, too


def _unsettled(partition: str, sort: str) -> Unsettled:
    session_id = partition.removeprefix("SESSION#")
    attempt = int(sort.removeprefix("RECORDING#")) if sort.startswith("RECORDING#") else None
    return Unsettled(session_id=session_id, attempt=attempt)
