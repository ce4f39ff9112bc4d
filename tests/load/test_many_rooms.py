"""More talks than one worker takes at once: each is greeted in its turn, and whoever waits is called for again."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from livekit import rtc

from agent_container.audience import LISTENING
from tests.load.crowd import Crowd, Door

pytestmark = pytest.mark.load

ROOMS, COMES_EVERY_S = 50, 1.0
CALLS_AGAIN_S = 5.0  # as the page does
STAYS_S = 30.0  # silent, once greeted
GREETED_WITHIN_S = 420.0
AGENT_STATE = "lk.agent.state"


@dataclass
class Visitor:
    """A page whose microphone is muted, and which shows the words alone."""

    door: Door
    session_id: str = ""
    came_s: float = 0.0
    greeted_s: float = 0.0

    async def talk(self) -> None:
        started = (await self.door.post("/api/sessions", {"language": "en-US", "record": False})).raise_for_status()
        self.session_id = started.json()["session"]["id"]
        self.came_s = time.monotonic()
        room, greeted = rtc.Room(), asyncio.Event()

        @room.on("participant_attributes_changed")
        def follow(_changed: Mapping[str, str], who: rtc.Participant) -> None:
            if who.attributes.get(AGENT_STATE) == "speaking":
                greeted.set()

        await room.connect(
            started.json()["livekit_url"], started.json()["token"], rtc.RoomOptions(auto_subscribe=False)
        )
        await room.local_participant.set_attributes({LISTENING: "true"})
        await self._until(greeted)
        self.greeted_s = time.monotonic()
        await asyncio.sleep(STAYS_S)
        await room.disconnect()
        await self.door.post(f"/api/sessions/{self.session_id}/end")

    async def _until(self, greeted: asyncio.Event) -> None:
        async with asyncio.timeout(GREETED_WITHIN_S):
            while not greeted.is_set():
                try:
                    await asyncio.wait_for(greeted.wait(), CALLS_AGAIN_S)
                except TimeoutError:
                    await self.door.post("/api/token", {"session_id": self.session_id})


async def test_of_50_silent_talks_none_stays_without_its_agent(crowd: Crowd) -> None:
    async with crowd.doors() as doors:
        visitors = [Visitor(doors[number % len(doors)]) for number in range(ROOMS)]
        async with asyncio.TaskGroup() as going:
            for visitor in visitors:
                going.create_task(visitor.talk())
                await asyncio.sleep(COMES_EVERY_S)
        ended = [(await each.door.get(f"/api/sessions/{each.session_id}")).json() for each in visitors]

    waited_s = sorted(each.greeted_s - each.came_s for each in visitors)
    print(f"\n  {ROOMS} rooms: greeted after p50 {waited_s[ROOMS // 2]:.1f} s, max {waited_s[-1]:.1f} s")
    assert {(each["status"], each["end_reason"]) for each in ended} == {("ended", "hung_up")}
    assert min(each["message_count"] for each in ended) >= 1
