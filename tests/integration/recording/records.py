"""The talks in the deployed table, put and read without PynamoDB's connection, which a process has only one of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import batched
from typing import TYPE_CHECKING, Any

from pynamodb.models import Model

from echosphere.adapters.dynamodb.items import RecordingItem
from echosphere.adapters.dynamodb.recording_records import to_recording, to_recording_item
from echosphere.adapters.dynamodb.session_records import session_partition, to_message_item, to_session_item
from echosphere.adapters.dynamodb.unsettled import SHARDS, unsettled_partition
from echosphere.adapters.sort_keys import recording_sort_key
from echosphere.domain.message import Role
from echosphere.domain.moment import from_text, to_text
from echosphere.domain.recording import Recording, RecordingStatus
from echosphere.domain.session import EndReason, Session, SessionStatus
from tests.examples import a_message, a_recording, a_session
from tests.integration.recording.faults import WITHOUT_ITEM, Fault, Talk
from tests.integration.recording.files import seconds_of

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

BEGAN_AGO, AN_HOUR = timedelta(hours=3), timedelta(hours=1)
AT_ONCE = 25


@dataclass(frozen=True)
class Records:
    client: "DynamoDBClient"
    table: str

    def put(self, talks: Iterable[Talk]) -> None:
        now = datetime.now(UTC)
        items = [item.to_dynamodb_dict() for talk in talks for item in _items(talk, now)]
        for some in batched(items, AT_ONCE, strict=False):
            requests: Any = {self.table: [{"PutRequest": {"Item": item}} for item in some]}
            while requests:
                requests = self.client.batch_write_item(RequestItems=requests).get("UnprocessedItems")

    def recordings(self, talks: Iterable[Talk]) -> Mapping[str, Sequence[Recording]]:
        """By session id."""
        found: dict[str, list[Recording]] = defaultdict(list)
        for talk in talks:
            answer = self.client.query(
                TableName=self.table,
                KeyConditionExpression="PK = :pk AND begins_with(SK, :sk)",
                ExpressionAttributeValues={
                    ":pk": {"S": session_partition(talk.session_id)},
                    ":sk": {"S": recording_sort_key(1)[: -len("001")]},
                },
                ConsistentRead=True,
            )
            found[talk.session_id] += [to_recording(RecordingItem.from_raw_data(item)) for item in answer["Items"]]
        return found

    def unsettled(self, name: str) -> list[Mapping[str, Any]]:
        """Of this run: the keys of what reconciliation has yet to look at."""
        return [item for item in self._index() if item["PK"]["S"].startswith(session_partition(name))]

    def age(self, name: str) -> None:
        """Lets an hour pass for all that waits."""
        for item in self.unsettled(name):
            since, _, rest = item["GSI2SK"]["S"].partition("#")
            self.client.update_item(
                TableName=self.table,
                Key={"PK": item["PK"], "SK": item["SK"]},
                UpdateExpression="SET GSI2SK = :older",
                ConditionExpression="attribute_exists(GSI2SK)",
                ExpressionAttributeValues={":older": {"S": f"{to_text(from_text(since) - AN_HOUR)}#{rest}"}},
            )

    def _index(self) -> Iterator[Mapping[str, Any]]:
        for shard in range(SHARDS):
            for page in self.client.get_paginator("query").paginate(
                TableName=self.table,
                IndexName="unsettled",
                KeyConditionExpression="GSI2PK = :shard",
                ExpressionAttributeValues={":shard": {"S": unsettled_partition(shard)}},
            ):
                yield from page["Items"]


def _items(talk: Talk, now: datetime) -> Iterator[Model]:
    session = _ended(talk, now)
    yield to_session_item(session)
    if talk.fault not in WITHOUT_ITEM:
        yield to_recording_item(_recorded(talk, session))
    if talk.fault is Fault.LONGER:
        for role, from_s in ((Role.ASSISTANT, 0.5), (Role.USER, 4.0)):
            yield to_message_item(a_message(session, role=role, started_s=from_s, ended_s=from_s + 3))


def _ended(talk: Talk, now: datetime) -> Session:
    began = now - BEGAN_AGO
    return a_session(
        id=talk.session_id,
        room_name=talk.session_id,
        created_at=began,
        status=SessionStatus.ENDED,
        started_at=began,
        ended_at=began + timedelta(seconds=seconds_of(talk.fault)),
        end_reason=EndReason.HUNG_UP,
    )


def _recorded(talk: Talk, session: Session) -> Recording:
    """As the recorder's news left it: with its times, unless its end was never told."""
    begun = a_recording(
        session,
        status=RecordingStatus.RECORDING,
        created_at=session.created_at,
        changed_at=session.created_at,
        egress_id=f"EG_{talk.session_id}",
        started_at=session.started_at,
    )
    if talk.fault in (Fault.END_UNHEARD, Fault.NO_FILE):
        return begun
    told = {"status": RecordingStatus.UPLOADED, "ended_at": session.ended_at, "duration_s": seconds_of(talk.fault)}
    return a_recording(session, **{name: getattr(begun, name) for name in begun.__slots__} | told)
