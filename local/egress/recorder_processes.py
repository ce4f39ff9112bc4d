"""Processes that record. One is always ready: its imports take longer than entering a room, and a greeting is quick."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable
from contextlib import suppress

# A talk begins when a process is taken, and the imports of the next one take a core for most of a second.
QUIET_S = 1.5


class RecorderProcesses:
    """`start` makes one that waits for its task."""

    def __init__(self, start: Callable[[], Awaitable[Process]] | None = None, *, quiet_s: float = QUIET_S) -> None:
        self._start = start or _start
        self._quiet_s = quiet_s
        self._hurry = asyncio.Event()
        self._ready: asyncio.Task[Process] | None = None

    def prepare(self) -> None:
        """At once, for the first."""
        self._ready = asyncio.create_task(self._start_one(self._hurry, quiet_s=0))

    async def take(self) -> Process:
        ready = self._ready
        self._hurry.set()
        # Before anything is awaited: the next one who asks gets the next one, and does not wait for its quiet moment.
        self._hurry = asyncio.Event()
        self._ready = asyncio.create_task(self._start_one(self._hurry, quiet_s=self._quiet_s))
        process = await ready if ready else await self._start()
        # It may have died while it waited.
        return process if process.returncode is None else await self._start()

    async def close(self) -> None:
        """Of the one that waits nothing is lost."""
        self._hurry.set()
        if self._ready:
            ready = await self._ready
            if ready.returncode is None:
                ready.kill()
                await ready.wait()

    async def _start_one(self, hurry: asyncio.Event, *, quiet_s: float) -> Process:
        with suppress(TimeoutError):
            async with asyncio.timeout(quiet_s):
                await hurry.wait()
        return await self._start()


async def _start() -> Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "local.egress.recorder", stdin=PIPE, stdout=PIPE)
