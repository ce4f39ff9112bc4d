import asyncio

import pytest
from livekit.agents import CloseEvent, CloseReason

from agent_container.behaviors import fail_when_broken
from echosphere.domain.session import FailureReason, SessionStatus
from tests.unit.agent_container.stand_ins import set_scene

pytestmark = pytest.mark.unit


async def test_a_part_that_breaks_for_good_fails_the_talk() -> None:
    scene = set_scene()
    fail_when_broken.attach(scene.talk)

    scene.spoken.emit("close", CloseEvent(reason=CloseReason.ERROR))
    await asyncio.gather(*scene.talk._tasks)

    failed = scene.stage.ports.sessions.get(scene.talk.session.id)
    assert (failed.status, failed.failure_reason) == (SessionStatus.FAILED, FailureReason.AGENT_ERROR)


async def test_a_talk_that_merely_ends_has_not_failed() -> None:
    scene = set_scene()
    fail_when_broken.attach(scene.talk)

    scene.spoken.emit("close", CloseEvent(reason=CloseReason.JOB_SHUTDOWN))

    assert scene.talk._tasks == set()
