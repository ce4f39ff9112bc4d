import asyncio

import pytest

from agent_container.behaviors import wait_for_a_return
from echosphere.domain.session import EndReason, FailureReason, SessionStatus
from tests.unit.agent_container.stand_ins import Scene, set_empty_scene, set_scene

pytestmark = pytest.mark.unit

AT_ONCE = 0.0


async def until_settled(scene: Scene) -> None:
    await asyncio.gather(*scene.talk._tasks)


def status(scene: Scene) -> SessionStatus:
    return scene.stage.ports.sessions.get(scene.talk.session.id).status


async def test_a_person_who_stays_away_has_left() -> None:
    scene = set_scene(return_grace_s=AT_ONCE)
    wait_for_a_return.attach(scene.talk)

    scene.job.room.leave(scene.person)
    await until_settled(scene)

    ended = scene.stage.ports.sessions.get(scene.talk.session.id)
    assert (ended.status, ended.end_reason) == (SessionStatus.ENDED, EndReason.PERSON_LEFT)
    assert scene.stage.rooms.closed == [ended.room_name]


async def test_a_person_who_was_gone_before_the_agent_came_has_left_too() -> None:
    scene = set_scene(return_grace_s=AT_ONCE)
    scene.job.room.leave(scene.person)

    wait_for_a_return.attach(scene.talk)
    await until_settled(scene)

    assert status(scene) is SessionStatus.ENDED


async def test_a_person_who_never_comes_has_never_joined() -> None:
    scene = set_empty_scene(return_grace_s=AT_ONCE)

    wait_for_a_return.attach(scene.talk)
    await until_settled(scene)

    failed = scene.stage.ports.sessions.get(scene.talk.session.id)
    assert (failed.status, failed.failure_reason) == (SessionStatus.FAILED, FailureReason.NEVER_JOINED)


async def test_coming_back_in_time_stops_the_waiting() -> None:
    scene = set_scene()
    wait_for_a_return.attach(scene.talk)

    scene.job.room.leave(scene.person)
    (waiting,) = scene.talk._tasks
    scene.job.room.come(scene.person)
    await asyncio.wait([waiting])

    assert waiting.cancelled()
    assert status(scene) is SessionStatus.ACTIVE


async def test_nobody_waits_for_somebody_else() -> None:
    scene = set_scene(return_grace_s=AT_ONCE)
    scene.job.room.come("recorder")
    wait_for_a_return.attach(scene.talk)

    scene.job.room.leave("recorder")

    assert scene.talk._tasks == set()
