"""More talks than one worker takes at once: each is greeted in its turn, and whoever waits is called for again."""

import asyncio

import pytest

from tests.load.crowd import Crowd
from tests.load.visitor import Visitor

pytestmark = pytest.mark.load

ROOMS, COMES_EVERY_S = 50, 2.0
STAYS_S = 30.0


async def test_of_50_silent_talks_none_stays_without_its_agent(crowd: Crowd) -> None:
    async with crowd.doors() as doors:
        visitors = [Visitor(doors[number % len(doors)]) for number in range(ROOMS)]
        async with asyncio.TaskGroup() as going:
            for visitor in visitors:
                going.create_task(visitor.talk(stays_s=STAYS_S))
                await asyncio.sleep(COMES_EVERY_S)
        ended = [(await each.door.get(f"/api/sessions/{each.session_id}")).json() for each in visitors]

    waited_s = sorted(each.greeted_s - each.came_s for each in visitors)
    again = sum(each.refusals for each in visitors)
    print(f"\n  {ROOMS} rooms: greeted after p50 {waited_s[ROOMS // 2]:.1f} s, max {waited_s[-1]:.1f} s")
    print(f"  told to come again: {again} times")
    assert {(each["status"], each["end_reason"]) for each in ended} == {("ended", "hung_up")}
    assert min(each["message_count"] for each in ended) >= 1
