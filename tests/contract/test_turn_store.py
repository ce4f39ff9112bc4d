"""What every store of turns does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass, replace

import pytest

from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.dynamodb.turn_store import DynamoTurnStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.adapters.memory.turn_store import MemoryTurnStore
from echosphere.domain.errors import InvalidCursor, SessionNotFound
from echosphere.domain.message import Via
from echosphere.domain.page import to_cursor
from echosphere.domain.session import Session
from echosphere.domain.turn import Incident, Turn
from echosphere.ports import TurnStore
from tests.contract.with_sessions import WithSessions
from tests.examples import a_message, a_turn

pytestmark = pytest.mark.contract


@dataclass(frozen=True)
class Stores(WithSessions):
    turns: TurnStore

    def of(self, session: Session) -> list[Turn]:
        return self.turns.list_by_session(session.id, limit=100, cursor=None).items


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        sessions = MemorySessionStore(MemoryOutbox())
        return Stores(sessions, MemoryTurnStore(sessions))
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoTurnStore())


def test_turns_come_back_whole_in_the_order_of_the_talk(stores: Stores) -> None:
    session = stores.session()
    bare = Turn(
        id="message-1",
        session_id=session.id,
        workspace_id=session.workspace_id,
        via=Via.TEXT,
        heard_from_s=0.25,
        heard_until_s=0.25,
    )
    full = a_turn(session, interrupted=True, incidents=(Incident.ANNOUNCED, Incident.FELL_BACK))
    late = a_turn(session, heard_until_s=1000.5)
    for turn in (late, full, bare):
        stores.turns.put(turn)
    stores.turns.put(a_turn(stores.session()))

    assert stores.of(session) == [bare, full, late]


def test_what_is_measured_later_takes_the_place_of_what_was_measured_before(stores: Stores) -> None:
    session = stores.session()
    asked = a_turn(session, answered_s=None, answer_ids=())
    stores.turns.put(asked)

    answered = replace(asked, answered_s=3.25, answer_ids=("message-2",))
    stores.turns.put(answered)

    assert stores.of(session) == [answered]


def test_pages_follow_each_other_and_leave_nothing_out(stores: Stores) -> None:
    session = stores.session()
    turns = [a_turn(session, heard_until_s=float(second)) for second in range(1, 6)]
    for turn in turns:
        stores.turns.put(turn)

    first = stores.turns.list_by_session(session.id, limit=3, cursor=None)
    second = stores.turns.list_by_session(session.id, limit=3, cursor=first.next_cursor)

    assert first.items + second.items == turns
    assert second.next_cursor is None


def test_a_cursor_of_another_list_is_refused(stores: Stores) -> None:
    with pytest.raises(InvalidCursor):
        stores.turns.list_by_session("session-1", limit=3, cursor=to_cursor("MESSAGE#000000001#message-1"))


def test_turns_and_messages_of_a_talk_do_not_mix(stores: Stores) -> None:
    session = stores.session()
    message, turn = a_message(session), a_turn(session)
    stores.sessions.add_message(message)
    stores.turns.put(turn)

    assert stores.sessions.list_messages(session.id, limit=10, cursor=None).items == [message]
    assert stores.of(session) == [turn]


def test_a_deleted_session_takes_its_turns_with_it_and_gets_none_back(stores: Stores) -> None:
    session, other = stores.session(), stores.session()
    for each in (session, other):
        stores.turns.put(a_turn(each))

    stores.sessions.delete(session)

    with pytest.raises(SessionNotFound):
        stores.turns.put(a_turn(session))
    assert stores.of(session) == []
    assert len(stores.of(other)) == 1
