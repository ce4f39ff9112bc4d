"""Decides when this task is protected, and when it has been replaced and takes no more talks.

`AgentServer.drain` would not do. It cannot be taken back, where ECS takes back a deployment that fails; and it keeps
the lock for which the drain after SIGTERM would wait until ECS kills. Nor does the worker exit by itself: a task that
ends in the middle of a deployment is started again in the same revision. Once it is unprotected, ECS stops it.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Literal

from agent_container.bridge import Bridge
from agent_container.replacement.deployment import Deployment, Standing
from agent_container.replacement.pace import Pace
from agent_container.replacement.protection import Protection

LOOK_S = 1.0  # at our own talks, which costs nothing
ASK_S = 30.0  # ECS, how the deployment stands
RENEW_S = 20 * 60.0  # what is left of the hour outlasts a talk of thirty minutes, should ECS refuse to renew it
WARM_UP_S = 120.0  # that newer tasks run before they are sure to be registered with LiveKit, their processes warm

Word = Literal["free", "protected", "unknown"]
"""What ECS was told last. Unknown: it may have heard, and has not said so."""

logger = logging.getLogger(__name__)


class Watch:
    def __init__(
        self,
        protection: Protection,
        deployment: Deployment | None,
        *,
        bridge: Bridge,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`deployment` is None where nothing is known of it: then protection is not renewed."""
        self._protection = protection
        self._deployment = deployment
        self._bridge = bridge
        self._clock = clock
        self._tells = Pace("protection", every_s=0.0, clock=clock)
        self._asks = Pace("deployment", every_s=ASK_S, clock=clock)
        self._word: Word = "free"
        self._said_at = 0.0
        self._renews = False
        self._replaced_at: float | None = None
        self.is_replaced = False
        """Newer tasks take the talks; read from LiveKit's thread."""

    def begin(self, count_talks: Callable[[], int]) -> None:
        """In the worker's loop, which ends it."""
        self._task = asyncio.create_task(self._keep(count_talks), name="replacement")

    async def look(self, talks: int) -> None:
        word: Word = "protected" if talks else "free"
        if self._tells.is_due and (self._word != word or (talks and self._renews)):
            with self._tells.attempt():
                await self._tell(word)
        # A task that is neither protected nor replaced need not know: ECS stops it when it wants to.
        if self._deployment and self._asks.is_due and (self._word != "free" or self.is_replaced):
            with self._asks.attempt():
                self._learn(await self._bridge.run(self._deployment.standing))

    async def _keep(self, count_talks: Callable[[], int]) -> None:
        try:
            while True:
                await self._look_whatever_happens(count_talks())
                await asyncio.sleep(LOOK_S)
        finally:
            self._bridge.close()

    async def _look_whatever_happens(self, talks: int) -> None:
        try:
            await self.look(talks)
        except Exception as error:  # noqa: BLE001  # an edge: a task that nobody watches stays protected, or full
            logger.error("the watch of deployments failed", extra={"error": type(error).__name__})

    async def _tell(self, word: Word) -> None:
        """Raises EcsWouldNot."""
        self._word = "unknown"
        await self._bridge.run(self._protection.begin if word == "protected" else self._protection.end)
        self._word, self._said_at, self._renews = word, self._clock(), False

    def _learn(self, standing: Standing) -> None:
        """Protection runs on for as long as this task is the one that is wanted, and then for one last hour."""
        was_replaced, self.is_replaced = self.is_replaced, self._has_been_replaced_by(standing)
        if self.is_replaced != was_replaced:
            logger.info("deployment changed", extra={"is_replaced": self.is_replaced})
        is_old = self._clock() - self._said_at >= RENEW_S
        self._renews = not was_replaced if self.is_replaced else is_old

    def _has_been_replaced_by(self, standing: Standing) -> bool:
        if standing != "replaced":
            self._replaced_at = None
            return False
        if self._replaced_at is None:
            self._replaced_at = self._clock()
        return self._clock() - self._replaced_at >= WARM_UP_S
