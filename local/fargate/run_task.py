"""Runs a container's command as a process, and stops it as ECS does: SIGTERM, then SIGKILL after its stop timeout."""

import asyncio
import signal
from collections.abc import Mapping, Sequence


async def run_task(command: Sequence[str], environment: Mapping[str, str], *, stop_timeout_s: float) -> int:
    """Until the process ends. Answers what it exited with; SIGTERM and SIGINT stop it."""
    # In a session of its own: a signal to this process's group must reach the command alone, as a container's first.
    process = await asyncio.create_subprocess_exec(*command, env=environment, start_new_session=True)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    ended = asyncio.create_task(process.wait())
    told = asyncio.create_task(stopping.wait())
    await asyncio.wait({ended, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if not ended.done():
        await _stop(process, ended, stop_timeout_s)
    return await ended


async def _stop(process: asyncio.subprocess.Process, ended: "asyncio.Task[int]", stop_timeout_s: float) -> None:
    process.terminate()
    await asyncio.wait({ended}, timeout=stop_timeout_s)
    if not ended.done():
        process.kill()
