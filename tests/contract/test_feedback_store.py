"""What every store of feedback does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.feedback_store import DynamoFeedbackStore
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.memory.feedback_store import MemoryFeedbackStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.errors import SessionNotFound
from echosphere.domain.feedback import Thumb
from echosphere.domain.identifiers import new_id
from echosphere.ports import FeedbackStore
from tests.contract.with_sessions import WithSessions
from tests.examples import a_feedback

pytestmark = pytest.mark.contract


@dataclass(frozen=True)
class Stores(WithSessions):
    feedback: FeedbackStore


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        sessions = MemorySessionStore(MemoryOutbox())
        return Stores(sessions, MemoryFeedbackStore(sessions))
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoFeedbackStore())


def test_what_several_people_say_of_a_talk_comes_back_whole_the_newest_first(stores: Stores) -> None:
    session = stores.session()
    early = a_feedback(session, person_id=new_id(), note="It never told the price.\n二行目。")
    late = a_feedback(session, person_id=new_id(), changed_at=early.changed_at + timedelta(seconds=1))
    for feedback in (early, late):
        stores.feedback.put(feedback)
    stores.feedback.put(a_feedback(stores.session()))

    assert stores.feedback.list_by_session(session.id) == [late, early]


def test_what_a_person_says_later_takes_the_place_of_what_they_said_before(stores: Stores) -> None:
    session = stores.session()
    said = a_feedback(session, person_id=new_id())
    stores.feedback.put(said)

    other = replace(said, thumb=Thumb.DOWN, note="")
    stores.feedback.put(other)

    assert stores.feedback.list_by_session(session.id) == [other]
    assert stores.feedback.list_by_person(said.person_id) == [other]


def test_what_a_person_says_is_found_on_whoevers_talk(stores: Stores) -> None:
    person = new_id()
    said = [a_feedback(stores.session(), person_id=person) for _ in range(2)]
    for feedback in [*said, a_feedback(stores.session(), person_id=new_id())]:
        stores.feedback.put(feedback)

    found = stores.feedback.list_by_person(person)

    assert sorted(found, key=lambda each: each.session_id) == sorted(said, key=lambda each: each.session_id)


def test_it_is_taken_back_once_and_for_all_and_others_stays(stores: Stores) -> None:
    session = stores.session()
    mine, other = a_feedback(session, person_id=new_id()), a_feedback(session, person_id=new_id())
    for feedback in (mine, other):
        stores.feedback.put(feedback)

    for _ in range(2):
        stores.feedback.delete(session.id, mine.person_id)

    assert stores.feedback.list_by_session(session.id) == [other]
    assert stores.feedback.list_by_person(mine.person_id) == []


def test_a_deleted_talk_takes_what_was_said_of_it_along_and_gets_none_back(stores: Stores) -> None:
    session = stores.session()
    said = a_feedback(session, person_id=new_id())
    stores.feedback.put(said)

    stores.sessions.delete(session)

    assert stores.feedback.list_by_session(session.id) == []
    assert stores.feedback.list_by_person(said.person_id) == []
    with pytest.raises(SessionNotFound):
        stores.feedback.put(said)
