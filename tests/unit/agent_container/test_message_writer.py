"""The audio loop never waits for the store, and the store gets everything that it can take."""

import asyncio
import logging
from collections.abc import Iterator

import pytest
import stamina

from agent_container.message_writer import MessageWriter
from agent_container.records import Record
from echosphere.domain.errors import SessionNotFound, StoreUnavailable
from echosphere.domain.message import Message, ToolResult
from tests.examples import a_message, a_session

pytestmark = pytest.mark.unit
SESSION = a_session()


class Store:
    """Fails as often as it is told to, then keeps what it gets."""

    def __init__(self, *failures: Exception) -> None:
        self._failures = list(failures)
        self.kept: list[Record] = []
        self.answers = asyncio.Event()
        self.answers.set()

    async def record(self, record: Record) -> None:
        await self.answers.wait()
        if self._failures:
            raise self._failures.pop(0)
        self.kept.append(record)


@pytest.fixture(autouse=True)
def no_waits_between_tries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=5):
        yield


async def written(store: Store, *messages: Message, capacity: int = 256, deadline_s: float = 5.0) -> None:
    writer = MessageWriter(store.record, capacity=capacity)
    for message in messages:
        writer.put(message)
    await writer.flush(deadline_s=deadline_s)
    await writer.close()


async def test_messages_are_written_in_the_order_of_the_talk() -> None:
    store, said = Store(), [a_message(SESSION) for _ in range(5)]

    await written(store, *said)

    assert store.kept == said


async def test_a_store_that_does_not_answer_at_first_is_asked_again() -> None:
    store, message = Store(StoreUnavailable(), StoreUnavailable()), a_message(SESSION)

    await written(store, message)

    assert store.kept == [message]


@pytest.mark.parametrize("failure", [SessionNotFound("gone"), ValueError("a fault that nobody foresaw")])
async def test_what_must_not_be_tried_again_is_dropped_and_the_next_is_written(failure: Exception) -> None:
    store, message = Store(failure), a_message(SESSION)

    await written(store, a_message(SESSION), message)

    assert store.kept == [message]


async def test_when_too_many_wait_the_newest_is_refused_and_nobody_waits(caplog: pytest.LogCaptureFixture) -> None:
    store, said = Store(), [a_message(SESSION) for _ in range(3)]
    store.answers.clear()
    writer = MessageWriter(store.record, capacity=2)
    for message in said:
        writer.put(message)  # would raise or hang if it waited
    store.answers.set()

    await writer.flush()
    await writer.close()

    assert store.kept == said[:2]
    assert "record refused, too many are waiting" in caplog.messages


async def test_a_flush_gives_up_at_its_deadline_and_counts_what_is_lost(caplog: pytest.LogCaptureFixture) -> None:
    store = Store()
    store.answers.clear()

    await written(store, a_message(SESSION), deadline_s=0.01)

    assert "records lost, the store did not answer" in caplog.messages


async def test_no_log_line_carries_what_was_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    looked_up = (ToolResult("look_up", "what I may not tell"),)
    await written(Store(SessionNotFound("gone")), a_message(SESSION, text="my secret", tool_results=looked_up))

    assert "my secret" not in caplog.text and "what I may not tell" not in caplog.text
