"""What every recording store does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.outbox import DynamoOutbox
from echosphere.adapters.dynamodb.recording_store import DynamoRecordingStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.recording_store import MemoryRecordingStore
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.errors import RecordingNotFound, SessionNotFound, WriteConflict
from echosphere.domain.events import RecordingStarted
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.recording import RecordingFailure, RecordingKind, RecordingStatus, Rendition
from echosphere.domain.session import Session
from echosphere.ports import Outbox, RecordingStore, SessionStore
from echosphere.ports.recording_store import Unsettled
from tests.examples import NINE_O_CLOCK, a_message, a_recording, a_session

pytestmark = pytest.mark.contract
LATER, FAR_AHEAD = NINE_O_CLOCK + timedelta(minutes=1), NINE_O_CLOCK + timedelta(days=9)
HLS = Rendition(name="128k", kind=RecordingKind.AUDIO, bits_per_second=128_000, path="media/s/001/hls/audio_128k.m3u8")


@dataclass(frozen=True)
class Stores:
    sessions: SessionStore
    recordings: RecordingStore
    outbox: Outbox

    def session(self, **changes: object) -> Session:
        key = IdempotencyKey(scope=str(changes.get("person_id", "person-0")), value=new_id(), request="start")
        return self.sessions.create(a_session(id=new_id(), **changes), key=key)

    def unsettled(self) -> list[Unsettled]:
        return self.recordings.list_unsettled(before=FAR_AHEAD, limit=1000)


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        outbox = MemoryOutbox()
        sessions = MemorySessionStore(outbox)
        return Stores(sessions, MemoryRecordingStore(sessions, outbox), outbox)
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoRecordingStore(), DynamoOutbox())


def test_what_is_stored_is_read_back_whole(stores: Stores) -> None:
    recording = a_recording(
        stores.session(),
        kind=RecordingKind.VIDEO,
        status=RecordingStatus.READY,
        revision=7,
        lane=2,
        ended_early=True,
        egress_id="EG_1",
        called_until=NINE_O_CLOCK,
        started_at=NINE_O_CLOCK,
        ended_at=LATER,
        duration_s=60.25,
        raw_version="version-1",
        job_id="job-1",
        given_up_job_id="job-0",
        percent=100,
        renditions=(HLS, replace(HLS, name="64k")),
        has_captions=True,
        has_thumbnails=True,
        has_mix=True,
    )

    stores.recordings.create(recording)

    assert stores.recordings.get(recording.session_id, 1) == recording


def test_a_failure_keeps_its_reason_and_words(stores: Stores) -> None:
    recording = a_recording(stores.session()).fail(RecordingFailure.UNREADABLE, "moov atom not found", at=LATER)

    stores.recordings.create(recording)

    assert stores.recordings.get(recording.session_id, 1) == recording


def test_what_was_never_recorded_is_not_found(stores: Stores) -> None:
    with pytest.raises(RecordingNotFound):
        stores.recordings.get("nothing", 1)


def test_an_attempt_is_made_once(stores: Stores) -> None:
    recording = a_recording(stores.session())
    stores.recordings.create(recording)

    with pytest.raises(WriteConflict):
        stores.recordings.create(recording)


def test_attempts_come_in_their_order_and_without_the_messages(stores: Stores) -> None:
    session = stores.session()
    stores.sessions.add_message(a_message(session))
    made = [a_recording(session, attempt=attempt) for attempt in (1, 2, 10)]
    for recording in reversed(made):
        stores.recordings.create(recording)

    assert stores.recordings.list_by_session(session.id) == made


def test_a_new_state_and_its_event_are_stored_together(stores: Stores) -> None:
    starting = a_recording(stores.session())
    stores.recordings.create(starting)
    failed = starting.fail(RecordingFailure.NOT_STARTED, None, at=LATER)
    event = RecordingStarted.of(failed)

    stores.recordings.replace(failed, was=starting, event=event)

    assert stores.recordings.get(starting.session_id, 1) == failed
    assert event in stores.outbox.list_older_than(FAR_AHEAD, limit=1000)


def test_a_lost_race_changes_nothing_and_tells_nobody(stores: Stores) -> None:
    starting = a_recording(stores.session())
    stores.recordings.create(starting)
    failed = starting.fail(RecordingFailure.NOT_STARTED, None, at=LATER)
    stores.recordings.replace(failed, was=starting)
    late = RecordingStarted.of(failed)

    with pytest.raises(WriteConflict):
        stores.recordings.replace(starting.upload(version="1", at=LATER), was=starting, event=late)
    assert stores.recordings.get(starting.session_id, 1) == failed
    assert late not in stores.outbox.list_older_than(FAR_AHEAD, limit=1000)


def test_what_was_deleted_is_not_written_again(stores: Stores) -> None:
    session = stores.session()
    starting = a_recording(session)
    stores.recordings.create(starting)
    stores.sessions.delete(session)

    with pytest.raises(WriteConflict):
        stores.recordings.replace(starting.upload(version="1", at=LATER), was=starting)


def test_a_recording_is_unsettled_until_it_is_ready_or_has_failed(stores: Stores) -> None:
    starting = a_recording(stores.session())
    it = Unsettled(session_id=starting.session_id, attempt=1)
    stores.recordings.create(starting)

    assert it in stores.unsettled()
    assert it not in stores.recordings.list_unsettled(before=NINE_O_CLOCK, limit=1000)

    stores.recordings.replace(starting.fail(RecordingFailure.NO_AUDIO, None, at=LATER), was=starting)

    assert it not in stores.unsettled()


@pytest.mark.parametrize("recorded", [True, False])
def test_a_talk_recorded_or_not_is_unsettled_until_it_is_accounted_for(stores: Stores, recorded: bool) -> None:
    session = stores.session(recorded=recorded)
    it = Unsettled(session_id=session.id, attempt=None)

    assert it in stores.unsettled()

    stores.recordings.account_for(session.id)
    stores.recordings.account_for(session.id)

    assert it not in stores.unsettled()
    assert stores.sessions.get(session.id) == session


def test_a_talk_that_is_accounted_for_can_be_looked_at_again(stores: Stores) -> None:
    session = stores.session()
    stores.recordings.account_for(session.id)

    stores.recordings.look_again(session)

    assert Unsettled(session_id=session.id, attempt=None) in stores.unsettled()
    assert stores.sessions.get(session.id) == session


def test_accounting_for_a_deleted_talk_brings_nothing_back(stores: Stores) -> None:
    stores.recordings.account_for("deleted")
    stores.recordings.look_again(a_session(id="deleted"))

    with pytest.raises(SessionNotFound):
        stores.sessions.get("deleted")


def test_no_more_are_listed_than_asked_for(stores: Stores) -> None:
    for _ in range(3):
        stores.session()

    assert len(stores.recordings.list_unsettled(before=FAR_AHEAD, limit=2)) == 2


def test_a_deleted_talk_leaves_nothing_and_its_key_is_free(stores: Stores) -> None:
    person_id, key_value = new_id(), new_id()
    key = IdempotencyKey(scope=person_id, value=key_value, request="start")
    session = stores.sessions.create(a_session(id=new_id(), person_id=person_id), key=key)
    other = stores.session(person_id=person_id)
    stores.sessions.add_message(a_message(session))
    stores.recordings.create(a_recording(session))

    stores.sessions.delete(session)
    stores.sessions.delete(session)

    with pytest.raises(SessionNotFound):
        stores.sessions.get(session.id)
    assert stores.sessions.list_messages(session.id, limit=10, cursor=None).items == []
    assert stores.recordings.list_by_session(session.id) == []
    assert session.id not in {each.session_id for each in stores.unsettled()}
    assert stores.sessions.create(a_session(id=new_id(), person_id=person_id), key=key).id != session.id
    assert stores.sessions.get(other.id) == other
