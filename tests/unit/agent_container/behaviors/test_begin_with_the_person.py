"""The agent waits in the room; the talk begins when its person comes."""

import asyncio
from collections.abc import Iterator

import pytest
import stamina

from agent_container.behaviors import begin_with_the_person
from echosphere.domain.errors import StoreUnavailable
from echosphere.domain.events import Event
from echosphere.domain.session import EndReason, Session, SessionStatus
from echosphere.ports import SessionStore
from echosphere.services.activate_session import activate_session
from echosphere.services.end_session import end_session
from tests.unit.agent_container.stand_ins import Scene, set_empty_scene

pytestmark = pytest.mark.unit


@pytest.fixture(autouse=True)
def no_waits_between_tries() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


async def until_written(scene: Scene) -> Session:
    await asyncio.gather(*scene.talk._tasks)
    return scene.stage.ports.sessions.get(scene.talk.session.id)


async def test_a_talk_is_pending_until_its_person_comes() -> None:
    scene = set_empty_scene()
    begin_with_the_person.attach(scene.talk)

    scene.job.room.come("somebody else")
    assert (await until_written(scene)).status is SessionStatus.PENDING

    scene.job.room.come(scene.person)
    assert (await until_written(scene)).status is SessionStatus.ACTIVE
    assert scene.stage.published() == ["SessionStarted"]


async def test_a_person_who_came_first_is_not_waited_for() -> None:
    scene = set_empty_scene()
    scene.job.room.come(scene.person)

    begin_with_the_person.attach(scene.talk)

    assert (await until_written(scene)).status is SessionStatus.ACTIVE


async def test_a_return_does_not_begin_the_talk_again() -> None:
    scene = set_empty_scene()
    begin_with_the_person.attach(scene.talk)
    scene.job.room.come(scene.person)
    first = await until_written(scene)
    scene.stage.clock.advance(9)

    scene.job.room.leave(scene.person)
    scene.job.room.come(scene.person)

    assert await until_written(scene) == first


async def test_a_store_that_is_down_for_a_moment_does_not_shift_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = set_empty_scene()
    begin_with_the_person.attach(scene.talk)
    stored, tries = type(scene.stage.ports.sessions).replace, iter((True, False))

    def down_at_first(store: SessionStore, session: Session, *, was: Session, event: Event) -> None:
        if next(tries):
            scene.stage.clock.advance(5)
            raise StoreUnavailable
        stored(store, session, was=was, event=event)

    monkeypatch.setattr(type(scene.stage.ports.sessions), "replace", down_at_first)
    met_at = scene.stage.clock.now()

    scene.job.room.come(scene.person)

    assert scene.talk.session.started_at == met_at
    assert (await until_written(scene)).started_at == met_at


async def test_a_job_that_was_slower_takes_the_clock_of_the_faster_one() -> None:
    scene = set_empty_scene()
    begin_with_the_person.attach(scene.talk)
    faster = activate_session(scene.stage.ports, scene.talk.session.id)
    scene.stage.clock.advance(1)

    scene.job.room.come(scene.person)
    await until_written(scene)

    assert scene.talk.session == faster


async def test_a_talk_that_was_ended_meanwhile_stays_ended_and_its_room_is_closed() -> None:
    scene = set_empty_scene()
    begin_with_the_person.attach(scene.talk)
    end_session(scene.stage.ports, scene.talk.session.id, reason=EndReason.HUNG_UP)

    scene.job.room.come(scene.person)

    assert (await until_written(scene)).status is SessionStatus.ENDED
    assert scene.stage.rooms.closed == [scene.talk.session.room_name] * 2
