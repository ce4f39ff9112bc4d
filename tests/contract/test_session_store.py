"""What every session store does, the one in memory and the one in DynamoDB alike."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from echosphere.adapters.dynamodb import filtered_sessions
from echosphere.adapters.dynamodb.outbox import DynamoOutbox
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.errors import IdempotencyKeyReused, InvalidCursor, SessionNotFound, WriteConflict
from echosphere.domain.events import SessionStarted
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.language import Language
from echosphere.domain.message import Role, ToolResult
from echosphere.domain.persona import BUILT_IN
from echosphere.domain.session import EndReason, Session, SessionStatus
from echosphere.domain.session_filter import SessionFilter
from echosphere.ports import Outbox, SessionStore
from tests.examples import NINE_O_CLOCK, a_message, a_session

pytestmark = pytest.mark.contract
LONG_AGO, FAR_AHEAD = NINE_O_CLOCK - timedelta(days=9), NINE_O_CLOCK + timedelta(days=9)


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> tuple[SessionStore, Outbox]:
    if request.param == "memory":
        outbox = MemoryOutbox()
        return MemorySessionStore(outbox), outbox
    request.getfixturevalue("table")
    return DynamoSessionStore(), DynamoOutbox()


@pytest.fixture
def store(stores: tuple[SessionStore, Outbox]) -> SessionStore:
    return stores[0]


def a_key(value: str = "key-0001", request: str = "start en-US") -> IdempotencyKey:
    return IdempotencyKey(scope=new_id(), value=value, request=request)


def stored(store: SessionStore, **changes: object) -> Session:
    return store.create(a_session(id=new_id(), **changes), key=a_key())


def test_what_is_stored_is_read_back_whole(store: SessionStore) -> None:
    session = stored(store, persona_id="mina", persona_name="Mina", consented_at=NINE_O_CLOCK)

    assert store.get(session.id) == session


def test_what_was_never_stored_is_not_found(store: SessionStore) -> None:
    with pytest.raises(SessionNotFound):
        store.get("nothing")


def test_a_key_seen_before_gives_the_session_of_that_time(store: SessionStore) -> None:
    key = a_key()
    first = store.create(a_session(id=new_id()), key=key)

    assert store.create(a_session(id=new_id()), key=key) == first


def test_what_a_key_made_is_found_by_it_and_what_it_did_not_make_is_not(store: SessionStore) -> None:
    key = a_key()
    assert store.made_with(key) is None

    session = store.create(a_session(id=new_id()), key=key)

    assert store.made_with(key) == session
    with pytest.raises(IdempotencyKeyReused):
        store.made_with(replace(key, request="start ja-JP"))


def test_a_key_with_another_request_is_refused_and_stores_nothing(store: SessionStore) -> None:
    key, second = a_key(), a_session(id=new_id())
    store.create(a_session(id=new_id()), key=key)

    with pytest.raises(IdempotencyKeyReused):
        store.create(second, key=IdempotencyKey(scope=key.scope, value=key.value, request="start ja-JP"))
    with pytest.raises(SessionNotFound):
        store.get(second.id)


def test_a_new_state_and_its_event_are_stored_together(stores: tuple[SessionStore, Outbox]) -> None:
    store, outbox = stores
    pending = stored(store)
    active = pending.activate(at=NINE_O_CLOCK)
    event = SessionStarted.of(active)

    store.replace(active, was=pending, event=event)

    assert store.get(pending.id) == active
    assert event in outbox.list_older_than(FAR_AHEAD, limit=100)
    assert event not in outbox.list_older_than(LONG_AGO, limit=100)


def test_a_lost_race_changes_nothing_and_tells_nobody(stores: tuple[SessionStore, Outbox]) -> None:
    store, outbox = stores
    pending = stored(store)
    active = pending.activate(at=NINE_O_CLOCK)
    store.replace(active, was=pending, event=SessionStarted.of(active))
    late = SessionStarted.of(active)

    with pytest.raises(WriteConflict):
        store.replace(active, was=pending, event=late)
    assert late not in outbox.list_older_than(FAR_AHEAD, limit=100)


def test_an_ended_session_is_read_back_with_its_reason(store: SessionStore) -> None:
    pending = stored(store)
    active = pending.activate(at=NINE_O_CLOCK)
    store.replace(active, was=pending, event=SessionStarted.of(active))
    ended = active.end(at=NINE_O_CLOCK + timedelta(seconds=61.25), reason=EndReason.PERSON_LEFT)
    store.replace(ended, was=active, event=SessionStarted.of(active))

    assert store.get(pending.id) == ended


def test_an_event_is_removed_and_removing_it_again_is_no_error(stores: tuple[SessionStore, Outbox]) -> None:
    store, outbox = stores
    pending = stored(store)
    active = pending.activate(at=NINE_O_CLOCK)
    event = SessionStarted.of(active)
    store.replace(active, was=pending, event=event)

    outbox.remove(event)
    outbox.remove(event)

    assert event not in outbox.list_older_than(FAR_AHEAD, limit=100)


def test_the_list_is_newest_first_and_goes_on_page_by_page(store: SessionStore) -> None:
    workspace_id = new_id()
    made = [
        stored(store, workspace_id=workspace_id, created_at=NINE_O_CLOCK + timedelta(minutes=minute))
        for minute in range(5)
    ]
    stored(store, workspace_id=new_id())

    first = store.list_by_workspace(workspace_id, limit=2, cursor=None)
    second = store.list_by_workspace(workspace_id, limit=2, cursor=first.next_cursor)
    last = store.list_by_workspace(workspace_id, limit=2, cursor=second.next_cursor)

    assert [*first.items, *second.items, *last.items] == made[::-1]
    assert last.next_cursor is None


def a_history(store: SessionStore, workspace_id: str) -> list[Session]:
    """Newest first: with Mina in English, with nobody's in Japanese, in turns."""
    mina, ours = {"persona_id": "mina"}, {"language": Language.JAPANESE}
    made = [
        stored(
            store,
            workspace_id=workspace_id,
            created_at=NINE_O_CLOCK + timedelta(minutes=minute),
            **(mina if minute % 2 else ours),
        )
        for minute in range(12)
    ]
    return made[::-1]


@pytest.mark.parametrize(
    "only",
    [
        SessionFilter(persona_id="mina"),
        SessionFilter(persona_id=BUILT_IN),
        SessionFilter(language=Language.JAPANESE),
        SessionFilter(persona_id="mina", language=Language.ENGLISH),
        SessionFilter(persona_id="mina", language=Language.JAPANESE),
        SessionFilter(persona_id="nobody"),
    ],
)
def test_only_talks_that_fit_are_listed_and_each_once_page_by_page(store: SessionStore, only: SessionFilter) -> None:
    workspace_id = new_id()
    made = a_history(store, workspace_id)

    found, cursor = list[Session](), None
    while True:
        page = store.list_by_workspace(workspace_id, limit=4, cursor=cursor, only=only)
        assert page.items or page.next_cursor is None
        found += page.items
        if (cursor := page.next_cursor) is None:
            break

    assert found == [session for session in made if only.fits(session)]


def test_the_talks_of_a_day_are_those_that_ended_on_it_each_once_page_by_page(store: SessionStore) -> None:
    midnight, workspace_id = datetime(2026, 11, 20, tzinfo=UTC), new_id()
    minutes = [(-90, -1), (-30, 1), (0, 20), (600, 620), (1_439, 1_441), (1_500, 1_520)]
    made = [
        stored(
            store,
            workspace_id=workspace_id,
            created_at=midnight + timedelta(minutes=began),
            ended_at=midnight + timedelta(minutes=ended),
            status=SessionStatus.ENDED,
        )
        for began, ended in minutes
    ]
    stored(store, workspace_id=workspace_id, created_at=midnight + timedelta(hours=1))

    found, cursor = list[Session](), None
    for _ in range(8):
        only = SessionFilter(ended=(midnight.date(), midnight.date()))
        page = store.list_by_workspace(workspace_id, limit=1, cursor=cursor, only=only)
        found += page.items
        if (cursor := page.next_cursor) is None:
            break

    assert cursor is None
    assert found == made[3:0:-1]


def test_a_long_search_answers_with_where_to_go_on(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filtered_sessions, "TALKS_A_READ", 2)
    monkeypatch.setattr(filtered_sessions, "READS", 2)
    store, workspace_id, only = DynamoSessionStore(), new_id(), SessionFilter(persona_id="mina")
    made = a_history(store, workspace_id)

    pages, cursor = list[list[Session]](), None
    for _ in range(4):
        page = store.list_by_workspace(workspace_id, limit=20, cursor=cursor, only=only)
        pages.append(page.items)
        cursor = page.next_cursor

    assert [len(page) for page in pages] == [2, 2, 2, 0] and cursor is None
    assert [session for page in pages for session in page] == made[0::2]


def test_messages_come_in_the_order_of_the_talk_page_by_page(store: SessionStore) -> None:
    session = stored(store)
    said = [a_message(session, started_s=second) for second in (0.25, 7.5, 83.2, 3600.0)]
    for message in reversed(said):
        store.add_message(message)

    first = store.list_messages(session.id, limit=3, cursor=None)
    last = store.list_messages(session.id, limit=3, cursor=first.next_cursor)

    assert [*first.items, *last.items] == said
    assert last.next_cursor is None


def test_what_tools_gave_for_a_message_is_kept_with_it_and_goes_with_its_talk(store: SessionStore) -> None:
    session = stored(store)
    results = (ToolResult("look_up", "料金は1分3セントまで。"), ToolResult("clock", "It is 9:00, UTC."))
    answer = a_message(session, role=Role.ASSISTANT, started_s=3.0, tool_results=results)
    store.add_message(a_message(session, started_s=1.0))
    store.add_message(answer)

    question, read_back = store.list_messages(session.id, limit=10, cursor=None).items
    store.delete(session)

    assert (question.tool_results, read_back) == ((), answer)
    assert store.list_messages(session.id, limit=10, cursor=None).items == []


def test_a_message_sent_twice_is_stored_and_counted_once(store: SessionStore) -> None:
    session = stored(store)
    message = a_message(session)

    store.add_message(message)
    store.add_message(message)

    assert store.list_messages(session.id, limit=10, cursor=None).items == [message]
    assert store.get(session.id).message_count == 1


def test_a_talk_is_called_by_the_first_words_of_its_person(store: SessionStore) -> None:
    session = stored(store)
    store.add_message(a_message(session, role=Role.ASSISTANT, text="Hello!", started_s=0.0))
    store.add_message(a_message(session, text="What can you do?", started_s=1.0))
    store.add_message(a_message(session, text="And what not?", started_s=9.0))

    assert store.get(session.id).title == "What can you do?"


def test_a_given_name_stays_and_nothing_else_of_the_talk_changes(store: SessionStore) -> None:
    session = stored(store, consented_at=NINE_O_CLOCK)

    renamed = store.rename(session.id, "Opening hours 🕙")
    store.add_message(a_message(session, text="What can you do?"))

    assert renamed == replace(session, title="Opening hours 🕙")
    assert store.get(session.id) == replace(renamed, message_count=1)


def test_a_talk_that_is_gone_is_not_brought_back_by_a_new_name(store: SessionStore) -> None:
    session = stored(store)
    store.delete(session)

    with pytest.raises(SessionNotFound):
        store.rename(session.id, "Opening hours")
    with pytest.raises(SessionNotFound):
        store.get(session.id)


def test_a_change_of_state_keeps_title_and_count(store: SessionStore) -> None:
    pending = stored(store)
    store.add_message(a_message(pending, text="Hello"))
    active = pending.activate(at=NINE_O_CLOCK)

    store.replace(active, was=pending, event=SessionStarted.of(active))

    assert (store.get(pending.id).title, store.get(pending.id).message_count) == ("Hello", 1)


def test_a_message_of_no_session_is_refused_and_not_half_written(store: SessionStore) -> None:
    orphan = a_message(a_session(id=new_id()))

    with pytest.raises(SessionNotFound):
        store.add_message(orphan)
    assert store.list_messages(orphan.session_id, limit=10, cursor=None).items == []


@pytest.mark.parametrize("cursor", ["rubbish", "TUVTU0FHRSN6eno"])
def test_a_cursor_that_is_not_ours_is_refused(store: SessionStore, cursor: str) -> None:
    session = stored(store)

    with pytest.raises(InvalidCursor):
        store.list_messages(session.id, limit=1, cursor=cursor)
    with pytest.raises(InvalidCursor):
        store.list_by_workspace(session.workspace_id, limit=1, cursor=cursor)
