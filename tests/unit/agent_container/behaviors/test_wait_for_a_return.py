import asyncio

import pytest
from livekit import rtc

from agent_container.behaviors import wait_for_a_return
from echosphere.domain.session import EndReason, FailureReason, SessionStatus
from tests.unit.agent_container.stand_ins import Scene, set_empty_scene, set_scene

pytestmark = pytest.mark.unit

AT_ONCE = 0.0
RECORDER = rtc.ParticipantKind.PARTICIPANT_KIND_EGRESS


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
    scene.job.room.come("recorder", RECORDER)
    wait_for_a_return.attach(scene.talk)

    scene.job.room.leave("recorder")

    assert scene.talk._tasks == set()


async def test_a_talk_goes_on_while_a_guest_is_there() -> None:
    scene = set_scene(return_grace_s=AT_ONCE)
    wait_for_a_return.attach(scene.talk)
    scene.job.room.come("guest-1")

    scene.job.room.leave(scene.person)
    assert scene.talk._tasks == set()
    scene.job.room.leave("guest-1")
    await until_settled(scene)

    assert status(scene) is SessionStatus.ENDED


async def test_a_guest_who_comes_in_time_holds_the_talk() -> None:
    scene = set_scene()
    wait_for_a_return.attach(scene.talk)

    scene.job.room.leave(scene.person)
    (waiting,) = scene.talk._tasks
    scene.job.room.come("guest-1")
    await asyncio.wait([waiting])

    assert waiting.cancelled()


async def test_guests_alone_begin_no_talk_whose_owner_never_comes() -> None:
    scene = set_empty_scene(return_grace_s=AT_ONCE)
    scene.job.room.come("guest-1")

    wait_for_a_return.attach(scene.talk)
    await until_settled(scene)

    assert status(scene) is SessionStatus.FAILED
