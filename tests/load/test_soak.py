"""Talk upon talk for half an hour: what the platform holds of the machine's memory, files and threads, printed."""

import asyncio
import os
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
import psutil
import pytest

from local.installation import PART_VARIABLE, Installation
from local.processes import platform_processes
from tests.load.crowd import Crowd, Door
from tests.load.visitor import Visitor
from tests.platform import Platform

pytestmark = pytest.mark.load

MINUTES = float(os.environ.get("SOAK_MINUTES", "30"))
AT_ONCE, STAYS_S = 3, 20.0
LOOK_EVERY_S = 15.0
SETTLED = 0.3  # of the time: until then caches fill
MOST_FILES = 1.5  # times those that were open then: talks come and go, and what they leave open would add up


@dataclass(frozen=True, slots=True)
class Held:
    """By one part, with all that it has started."""

    memory_mb: float
    files: int
    threads: int
    processes: int


async def test_half_an_hour_of_talks_leaves_nothing_behind(crowd: Crowd, platform: Platform) -> None:
    until = time.monotonic() + 60 * MINUTES
    looks: list[Mapping[str, Held]] = []
    talks = 0

    async def look() -> None:
        while time.monotonic() < until:
            looks.append(await asyncio.to_thread(held_by_parts, platform.installation))
            await asyncio.sleep(LOOK_EVERY_S)

    async def talk_on(door: Door) -> None:
        nonlocal talks
        while time.monotonic() < until:
            await Visitor(door).talk(stays_s=STAYS_S)
            talks += 1

    async with crowd.doors() as doors, asyncio.TaskGroup() as going:
        going.create_task(look())
        for door in doors[:AT_ONCE]:
            going.create_task(talk_on(door))

    print(f"\n  {talks} talks in {MINUTES:.0f} minutes, {AT_ONCE} at once")
    settled = looks[int(SETTLED * len(looks)) :]
    for part in sorted(settled[-1]):
        print("  " + told(part, [look[part] for look in settled if part in look]))
    assert talks > 0
    assert looks[-1].keys() >= settled[0].keys(), "a part is gone"
    assert {
        part: held.files for part, held in looks[-1].items() if held.files > MOST_FILES * settled[0][part].files
    } == {}


def held_by_parts(installation: Installation) -> Mapping[str, Held]:
    processes: dict[str, list[psutil.Process]] = defaultdict(list)
    for process in platform_processes(installation.home):
        try:
            processes[process.environ().get(PART_VARIABLE, "up")].append(process)
        except psutil.Error:  # it ended just now
            continue
    return {part: _held(its_own) for part, its_own in processes.items()}


def _held(processes: Sequence[psutil.Process]) -> Held:
    memory, files, threads, alive = 0.0, 0, 0, 0
    for process in processes:
        try:
            with process.oneshot():
                memory += process.memory_full_info().pss / 1e6
                files += process.num_fds()
                threads += process.num_threads()
                alive += 1
        except psutil.Error:
            continue
    return Held(memory, files, threads, alive)


def told(part: str, looks: Sequence[Held]) -> str:
    hours = numpy.arange(len(looks)) * LOOK_EVERY_S / 3600
    slopes = {
        name: float(numpy.polyfit(hours, [getattr(look, name) for look in looks], 1)[0])
        for name in ("memory_mb", "files", "threads")
    }
    last = looks[-1]
    return (
        f"{part:10} {last.memory_mb:6.0f} MB ({slopes['memory_mb']:+.0f} an hour), {last.files:4} files"
        f" ({slopes['files']:+.0f}), {last.threads:4} threads ({slopes['threads']:+.0f}), {last.processes} processes"
    )
