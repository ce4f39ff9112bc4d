"""Somebody who says nothing and listens: a talk that costs this machine little."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

import httpx2
from livekit import rtc

from agent_container.audience import LISTENING
from tests.load.crowd import REFUSED, Door, new_key

# As the page does, web/src/features/room/agent-watch.ts.
PATIENCE_S, CALLS_AGAIN_S, QUICK_CALLS, CALLS_LATER, CALLS_SELDOM_S = 10.0, 5.0, 4, 1.5, 30.0
GREETED_WITHIN_S = 420.0
AGENT_STATE = "lk.agent.state"


@dataclass
class Visitor:
    door: Door
    session_id: str = ""
    came_s: float = 0.0
    greeted_s: float = 0.0
    refusals: int = 0

    async def talk(self, *, stays_s: float) -> None:
        """Until it is hung up, that many seconds behind the greeting's first sound."""
        self.came_s = time.monotonic()
        started = await self._ask("/api/sessions", {"language": "en-US", "record": False})
        self.session_id = started.json()["session"]["id"]
        room, greeted = rtc.Room(), asyncio.Event()

        @room.on("participant_attributes_changed")
        def follow(_changed: Mapping[str, str], who: rtc.Participant) -> None:
            if who.attributes.get(AGENT_STATE) == "speaking":
                greeted.set()

        # With the agent's sound: it says nothing to a room where nobody takes it.
        await room.connect(started.json()["livekit_url"], started.json()["token"])
        await room.local_participant.set_attributes({LISTENING: "true"})
        await self._until(greeted)
        self.greeted_s = time.monotonic()
        await asyncio.sleep(stays_s)
        await self._ask(f"/api/sessions/{self.session_id}/end")
        await room.disconnect()

    async def _ask(self, path: str, body: object = None) -> httpx2.Response:
        """Whoever is told to come again does so, when it was told."""
        key = new_key()
        async with asyncio.timeout(GREETED_WITHIN_S):
            while True:
                answer = await self.door.post(path, body, key=key)
                if answer.status_code not in REFUSED:
                    return answer.raise_for_status()
                self.refusals += 1
                await asyncio.sleep(int(answer.headers["retry-after"]))

    async def _until(self, greeted: asyncio.Event) -> None:
        async with asyncio.timeout(GREETED_WITHIN_S):
            for waits_s in calls_again_after_s():
                with suppress(TimeoutError):
                    await asyncio.wait_for(greeted.wait(), waits_s)
                    return
                await self.door.post("/api/token", {"session_id": self.session_id})


def calls_again_after_s() -> Iterator[float]:
    yield PATIENCE_S
    for calls in count(1):
        yield min(CALLS_SELDOM_S, CALLS_AGAIN_S * CALLS_LATER ** max(0, calls - QUICK_CALLS))
