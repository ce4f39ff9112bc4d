"""A talk is settled once, after its last words are written."""

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
import stamina

from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import EndReason, FailureReason, SessionStatus
from tests.examples import a_message
from tests.unit.agent_container.stand_ins import set_scene

pytestmark = pytest.mark.unit


@dataclass(frozen=True)
class LockedRooms:
    refusal: Exception

    def issue_pass(self, *_: object, **__: object) -> None:
        raise NotImplementedError

    def close(self, room_name: str) -> None:
        raise self.refusal


@dataclass
class SlowRooms:
    """Refuse once, and take their time for it."""

    asked: threading.Event = field(default_factory=threading.Event)
    may_answer: threading.Event = field(default_factory=threading.Event)
    closed: list[str] = field(default_factory=list)

    def issue_pass(self, *_: object, **__: object) -> None:
        raise NotImplementedError

    def close(self, room_name: str) -> None:
        if not self.asked.is_set():
            self.asked.set()
            assert self.may_answer.wait(5)
            raise RoomsUnavailable
        self.closed.append(room_name)


@pytest.fixture(autouse=True)
def no_waits_between_tries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


async def test_the_first_reason_is_the_one_that_counts() -> None:
    scene = set_scene()

    await scene.talk.end(EndReason.PERSON_LEFT)
    await scene.talk.fail(FailureReason.AGENT_LOST)

    assert scene.stage.ports.sessions.get(scene.talk.session.id).end_reason is EndReason.PERSON_LEFT


async def test_who_reads_an_ended_talk_finds_its_last_words() -> None:
    scene = set_scene()
    scene.talk.messages.put(a_message(scene.talk.session, text="Goodbye."))

    await scene.talk.end(EndReason.PERSON_LEFT)

    ended = scene.stage.ports.sessions.get(scene.talk.session.id)
    assert (ended.status, ended.message_count) == (SessionStatus.ENDED, 1)


@pytest.mark.parametrize("refusal", [RoomsUnavailable(), ValueError("a fault that nobody foresaw")])
async def test_a_talk_that_cannot_be_settled_at_least_empties_its_room(refusal: Exception) -> None:
    scene = set_scene()
    rooms = LockedRooms(refusal)
    scene.talk.ready = replace(scene.talk.ready, ports=replace(scene.stage.ports, rooms=rooms))  # type: ignore[arg-type]  # refuses whatever is asked

    await scene.talk.end(EndReason.PERSON_LEFT)

    assert scene.job.deleted_rooms == 1


async def test_a_job_that_ends_waits_for_who_is_settling_its_talk() -> None:
    scene, rooms = set_scene(), SlowRooms()
    scene.talk.ready = replace(scene.talk.ready, ports=replace(scene.stage.ports, rooms=rooms))  # type: ignore[arg-type]  # as far as they are asked

    scene.talk.spawn(scene.talk.end(EndReason.PERSON_LEFT))
    assert await asyncio.to_thread(rooms.asked.wait, 5)
    closing = asyncio.create_task(scene.talk.close())
    await asyncio.sleep(0)  # whoever is to be cancelled is
    rooms.may_answer.set()
    await closing

    assert rooms.closed == [scene.talk.session.room_name]
