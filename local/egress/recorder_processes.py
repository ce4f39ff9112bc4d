"""Processes that record. One is always ready: its imports take longer than entering a room, and a greeting is quick."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process


class RecorderProcesses:
    def __init__(self) -> None:
        self._ready: asyncio.Task[Process] | None = None

    def prepare(self) -> None:
        self._ready = asyncio.create_task(_start())

    async def take(self) -> Process:
        ready = self._ready
        # Before anything is awaited: the next one who asks gets the next one.
        self.prepare()
        process = await ready if ready else await _start()
        # It may have died while it waited.
        return process if process.returncode is None else await _start()

    async def close(self) -> None:
        """Of the one that waits nothing is lost."""
        if self._ready:
            ready = await self._ready
            if ready.returncode is None:
                ready.kill()
                await ready.wait()


async def _start() -> Process:
    return await asyncio.create_subprocess_exec(sys.executable, "-m", "local.egress.recorder", stdin=PIPE, stdout=PIPE)
