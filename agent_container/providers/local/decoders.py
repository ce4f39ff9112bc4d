"""Decoders are lent for an utterance each: who speaks while another does needs a process of its own.

A few are enough: what waits for one is decoded later, and four times as fast as it was said.
"""

import asyncio
from collections.abc import Callable

from livekit.agents import APIConnectionError

from agent_container.bridge import Bridge
from agent_container.workers.process import WorkerDied, WorkerProcess

MOST = 3


class Decoders:
    def __init__(self, make: "Callable[[], Decoder] | None" = None, *, most: int = MOST) -> None:
        self._make_one = make or Decoder
        self._most = most
        self._all: list[Decoder] = []
        self._free: list[Decoder] = []
        self._given_back = asyncio.Condition()

    def load(self) -> None:
        """Blocks until the first one is warm."""
        self._make().warm_up()

    async def take(self) -> "Decoder":
        async with self._given_back:
            if not self._free and len(self._all) < self._most:
                self._make()
            await self._given_back.wait_for(lambda: bool(self._free))
            return self._free.pop(0)

    async def give_back(self, decoder: "Decoder") -> None:
        """To the front: one that is warm is taken before one that has heard nobody yet."""
        async with self._given_back:
            self._free.insert(0, decoder)
            self._given_back.notify()

    def close(self) -> None:
        for decoder in self._all:
            decoder.close()

    def _make(self) -> "Decoder":
        decoder = self._make_one()
        self._all.append(decoder)
        self._free.append(decoder)
        return decoder


class Decoder:
    """The decoder's process, from the loop's side."""

    def __init__(self) -> None:
        self._process = WorkerProcess("agent_container.workers.decoder")
        self._bridge = Bridge("decoder")

    def warm_up(self) -> None:
        """Blocks until the models are loaded and their pages touched."""
        self._process.until_ready()

    async def start(self) -> None:
        await self._ask("start")

    async def feed(self, pcm: bytes) -> str:
        return str(await self._ask("feed", pcm))

    async def finish(self) -> list[str]:
        """The best guess first."""
        guesses = await self._ask("finish")
        assert isinstance(guesses, list)
        return guesses

    def close(self) -> None:
        self._bridge.close()
        self._process.close()

    async def _ask(self, method: str, *arguments: object) -> object:
        try:
            return await self._bridge.run(self._process.call, method, *arguments)
        except WorkerDied as error:
            raise APIConnectionError(retryable=False) from error
