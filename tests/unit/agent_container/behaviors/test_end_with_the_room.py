import pytest
import stamina
from livekit import rtc

from agent_container.behaviors import end_with_the_room
from echosphere.domain.session import EndReason, FailureReason, SessionStatus
from echosphere.services.end_session import end_session
from tests.unit.agent_container.stand_ins import Voiceless, set_scene

pytestmark = pytest.mark.unit

DELETED = rtc.DisconnectReason.ROOM_DELETED
CONNECTION_LOST = rtc.DisconnectReason.SIGNAL_CLOSE


async def test_a_room_that_closes_ends_the_talk() -> None:
    scene = set_scene()
    end_with_the_room.attach(scene.talk)

    scene.job.room.emit("disconnected", DELETED)
    await scene.job.shut_down()

    ended = scene.stage.ports.sessions.get(scene.talk.session.id)
    assert (ended.status, ended.end_reason) == (SessionStatus.ENDED, EndReason.ROOM_CLOSED)


async def test_who_hung_up_has_said_so_before() -> None:
    scene = set_scene()
    end_with_the_room.attach(scene.talk)
    end_session(scene.stage.ports, scene.talk.session.id, reason=EndReason.HUNG_UP)

    scene.job.room.emit("disconnected", DELETED)
    await scene.job.shut_down()

    assert scene.stage.ports.sessions.get(scene.talk.session.id).end_reason is EndReason.HUNG_UP


async def test_an_agent_that_loses_its_connection_fails_the_talk_instead_of_leaving_the_person_alone() -> None:
    scene = set_scene()
    end_with_the_room.attach(scene.talk)

    scene.job.room.emit("disconnected", CONNECTION_LOST)
    await scene.job.shut_down()

    failed = scene.stage.ports.sessions.get(scene.talk.session.id)
    assert (failed.status, failed.failure_reason) == (SessionStatus.FAILED, FailureReason.AGENT_LOST)
    assert scene.stage.rooms.closed == [failed.room_name]


@pytest.mark.parametrize("reason", [rtc.DisconnectReason.PARTICIPANT_REMOVED, CONNECTION_LOST])
async def test_an_agent_that_was_taken_for_dead_leaves_the_talk_to_the_one_in_its_place(
    reason: rtc.DisconnectReason.ValueType,
) -> None:
    scene = set_scene()
    before = scene.stage.ports.sessions.get(scene.talk.session.id)
    scene.stage.rooms.agents[before.room_name] = {scene.job.room.local_participant.identity, "agent-2"}
    end_with_the_room.attach(scene.talk)

    scene.job.room.emit("disconnected", reason)
    await scene.job.shut_down()

    assert scene.stage.ports.sessions.get(scene.talk.session.id) == before
    assert scene.stage.rooms.closed == []


async def test_an_agent_that_cannot_ask_whether_another_is_there_settles_nothing() -> None:
    scene = set_scene()
    scene.stage.rooms.is_down = True
    end_with_the_room.attach(scene.talk)

    with stamina.set_testing(True, attempts=2):
        await scene.job.shut_down()

    assert scene.stage.ports.sessions.get(scene.talk.session.id).status is SessionStatus.ACTIVE


async def test_an_agent_that_was_sent_out_waits_for_nobody_to_take_its_place() -> None:
    scene = set_scene()
    end_with_the_room.attach(scene.talk)

    scene.job.room.emit("disconnected", rtc.DisconnectReason.PARTICIPANT_REMOVED)
    await scene.job.shut_down()

    assert scene.stage.ports.sessions.get(scene.talk.session.id).status is SessionStatus.ACTIVE
    assert scene.stage.rooms.closed == []


async def test_a_job_that_ends_leaves_nothing_running() -> None:
    scene = set_scene()
    end_with_the_room.attach(scene.talk)

    await scene.job.shut_down()

    assert isinstance(scene.talk.ready.providers, Voiceless)
    assert scene.talk.ready.providers.is_closed
    assert scene.talk._tasks == set()
