"""Processes are stood in for by what tells when each was started."""

import asyncio
from dataclasses import dataclass, field
from typing import cast

import pytest

from local.egress.recorder_processes import RecorderProcesses

pytestmark = pytest.mark.unit
NEVER_S = 3600.0


@dataclass
class FakeProcess:
    number: int
    returncode: int | None = None

    def kill(self) -> None:
        self.returncode = -9

    async def wait(self) -> int | None:
        return self.returncode


@dataclass
class Started:
    processes: list[FakeProcess] = field(default_factory=list)
    another: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self) -> asyncio.subprocess.Process:
        self.processes.append(FakeProcess(len(self.processes) + 1))
        self.another.set()
        return cast("asyncio.subprocess.Process", self.processes[-1])


async def taken(pool: RecorderProcesses) -> FakeProcess:
    return cast("FakeProcess", await pool.take())


async def test_the_next_one_is_not_started_while_a_talk_begins() -> None:
    started = Started()
    pool = RecorderProcesses(started, quiet_s=NEVER_S)
    pool.prepare()

    assert (await taken(pool)).number == 1
    await asyncio.sleep(0)

    assert len(started.processes) == 1
    await pool.close()


async def test_the_next_one_is_ready_a_moment_later() -> None:
    started = Started()
    pool = RecorderProcesses(started, quiet_s=0.0)
    pool.prepare()
    await taken(pool)
    started.another.clear()

    async with asyncio.timeout(5):
        await started.another.wait()

    assert (await taken(pool)).number == 2
    await pool.close()


async def test_who_asks_in_the_quiet_moment_does_not_wait_for_its_end() -> None:
    started = Started()
    pool = RecorderProcesses(started, quiet_s=NEVER_S)
    pool.prepare()

    async with asyncio.timeout(5):
        numbers = {process.number for process in await asyncio.gather(*(taken(pool) for _ in range(3)))}

    assert numbers == {1, 2, 3}
    await pool.close()


async def test_one_that_died_while_it_waited_is_replaced() -> None:
    started = Started()
    pool = RecorderProcesses(started, quiet_s=NEVER_S)
    pool.prepare()
    await started.another.wait()
    started.processes[0].kill()

    assert (await taken(pool)).returncode is None
    await pool.close()


async def test_none_is_left_at_the_end() -> None:
    started = Started()
    pool = RecorderProcesses(started, quiet_s=NEVER_S)
    pool.prepare()
    process = await taken(pool)

    await pool.close()

    assert all(each.returncode == -9 for each in started.processes if each is not process)
