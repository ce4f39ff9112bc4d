import asyncio

import pytest
from livekit import rtc

from agent_container.behaviors import end_with_the_room, give_way
from agent_container.behaviors.give_way import gives_way
from echosphere.domain.session import SessionStatus
from tests.unit.agent_container.stand_ins import set_scene

pytestmark = pytest.mark.unit
AGENT = rtc.ParticipantKind.PARTICIPANT_KIND_AGENT
EGRESS = rtc.ParticipantKind.PARTICIPANT_KIND_EGRESS


async def test_who_finds_another_agent_leaves_and_the_talk_goes_on() -> None:
    scene = set_scene()
    end_with_the_room.attach(scene.talk)
    scene.job.room.come("agent-1", AGENT)

    assert gives_way(scene.talk)
    assert scene.job.shutdown_reason is not None
    await scene.job.shut_down()

    assert scene.stage.ports.sessions.get(scene.talk.session.id).status is SessionStatus.ACTIVE
    assert scene.stage.rooms.closed == []


async def test_who_finds_its_person_and_the_recorder_stays() -> None:
    scene = set_scene()
    scene.job.room.come("recorder-1", EGRESS)

    assert not gives_way(scene.talk)
    assert scene.job.shutdown_reason is None


async def test_who_was_replaced_and_comes_back_leaves_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(give_way, "LEAVES_S", 0.0)
    scene = set_scene()
    assert not gives_way(scene.talk)

    scene.job.room.come("agent-2", AGENT)
    scene.job.room.emit("reconnected")
    await asyncio.gather(*scene.talk._tasks)

    assert scene.job.shutdown_reason is not None
    assert scene.talk.is_settled


async def test_who_reconnects_stays_where_the_other_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(give_way, "LEAVES_S", 0.0)
    scene = set_scene()
    assert not gives_way(scene.talk)
    scene.job.room.come("agent-2", AGENT)

    scene.job.room.emit("reconnected")
    scene.job.room.leave("agent-2")
    await asyncio.gather(*scene.talk._tasks)

    assert scene.job.shutdown_reason is None
