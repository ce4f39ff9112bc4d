"""Finds and ends the processes of a platform, also those whose parent was killed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

from local.installation import HOME_VARIABLE

TO_END_S = 5.0


def platform_processes(home: Path) -> Iterator[psutil.Process]:
    """Every process that was started with this home in its environment, and so all that those started."""
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get(HOME_VARIABLE) == str(home):
                yield process
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue


def end_processes(home: Path) -> int:
    """Asks, waits, then kills; says how many there were."""
    found = list(platform_processes(home))
    for process in found:
        _quietly(process.terminate)
    _gone, alive = psutil.wait_procs(found, timeout=TO_END_S)
    for process in alive:
        _quietly(process.kill)
    psutil.wait_procs(alive, timeout=TO_END_S)
    return len(found)


def _quietly(end: Callable[[], None]) -> None:
    try:
        end()
    except psutil.NoSuchProcess:
        return
