"""What every store of guests does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.dynamodb.speaker_store import DynamoSpeakerStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.adapters.memory.speaker_store import MemorySpeakerStore
from echosphere.domain.identifiers import new_guest_identity
from echosphere.domain.session import Session
from echosphere.domain.speaker import Speaker
from echosphere.ports import SpeakerStore
from tests.contract.with_sessions import WithSessions
from tests.examples import NINE_O_CLOCK, a_guest, a_message

pytestmark = pytest.mark.contract


@dataclass(frozen=True)
class Stores(WithSessions):
    speakers: SpeakerStore


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        sessions = MemorySessionStore(MemoryOutbox())
        return Stores(sessions, MemorySpeakerStore(sessions))
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoSpeakerStore())


def guest_of(session: Session, *, label: str | None = None, after_s: int = 0) -> Speaker:
    joined_at = NINE_O_CLOCK + timedelta(seconds=after_s)
    consented_at = joined_at if after_s else None
    return a_guest(session, identity=new_guest_identity(), label=label, joined_at=joined_at, consented_at=consented_at)


def test_the_guests_of_a_session_come_as_they_were_stored_the_first_one_first(stores: Stores) -> None:
    session = stores.session()
    guests = [guest_of(session, label=label, after_s=second) for second, label in enumerate((None, "花子", "Rui"))]
    for guest in (guests[1], guests[2], guests[0]):
        stores.speakers.create(guest)
    stores.speakers.create(guest_of(stores.session()))

    assert stores.speakers.list_by_session(session.id) == guests


def test_who_was_sent_out_is_noted_and_the_others_stay_as_they_were(stores: Stores) -> None:
    session = stores.session()
    gone, there = guest_of(session), guest_of(session, label="Rui", after_s=1)
    for guest in (gone, there):
        stores.speakers.create(guest)

    stores.speakers.remove(session.id, gone.identity, at=NINE_O_CLOCK)

    assert stores.speakers.list_by_session(session.id) == [replace(gone, removed_at=NINE_O_CLOCK), there]


def test_who_is_not_there_cannot_be_sent_out_and_is_not_made_by_it(stores: Stores) -> None:
    session = stores.session()

    stores.speakers.remove(session.id, "guest-1", at=NINE_O_CLOCK)

    assert stores.speakers.list_by_session(session.id) == []


def test_a_message_keeps_who_said_it(stores: Stores) -> None:
    session = stores.session()
    messages = [a_message(session, started_s=1.0, speaker="guest-1"), a_message(session, started_s=2.0)]
    for message in messages:
        stores.sessions.add_message(message)

    assert stores.sessions.list_messages(session.id, limit=10, cursor=None).items == messages


def test_a_deleted_session_takes_its_guests_with_it(stores: Stores) -> None:
    session, other = stores.session(), stores.session()
    for each in (session, other):
        stores.speakers.create(guest_of(each))

    stores.sessions.delete(session)

    assert stores.speakers.list_by_session(session.id) == []
    assert len(stores.speakers.list_by_session(other.id)) == 1
