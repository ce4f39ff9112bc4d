"""Finds and ends the processes of a platform, also those whose parent was killed."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import psutil

from local.installation import HOME_VARIABLE

TO_END_S = 5.0


def platform_processes(home: Path) -> Iterator[psutil.Process]:
    """Every process that was started with this home in its environment, and so all that those started."""
    return processes_with({HOME_VARIABLE: str(home)})


def processes_with(variables: Mapping[str, str]) -> Iterator[psutil.Process]:
    """All but this one."""
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and variables.items() <= process.environ().items():
                yield process
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue


def end_processes(home: Path) -> int:
    """Says how many there were."""
    found = list(platform_processes(home))
    end(found)
    return len(found)


def end(processes: Sequence[psutil.Process]) -> None:
    """Asks, waits, then kills."""
    for process in processes:
        _quietly(process.terminate)
    _gone, alive = psutil.wait_procs(processes, timeout=TO_END_S)
    for process in alive:
        _quietly(process.kill)
    psutil.wait_procs(alive, timeout=TO_END_S)


def _quietly(end: Callable[[], None]) -> None:
    try:
        end()
    except psutil.NoSuchProcess:
        return
