"""A part of the platform is killed without a word, and its keeper left to start it again; or it hangs."""

import psutil

from local.installation import HOME_VARIABLE, PART_VARIABLE, Installation
from local.processes import processes_with

GONE_WITHIN_S = 10


def kill_part(installation: Installation, part: str) -> None:
    """The process that the keeper started: of the agent its task's launcher."""
    first = _first(installation, part)
    first.kill()
    first.wait(GONE_WITHIN_S)


def hang_part(installation: Installation, part: str) -> None:
    """It takes connections and answers nobody, until it is killed."""
    _first(installation, part).suspend()


def kill_the_agents_worker(installation: Installation) -> None:
    """With all its talks."""
    (worker,) = {
        each.pid
        for each in psutil.net_connections(kind="tcp")
        if each.status == psutil.CONN_LISTEN and getattr(each.laddr, "port", None) == installation.ports.agent_health
    }
    family = [psutil.Process(worker), *psutil.Process(worker).children(recursive=True)]
    for process in family:
        process.kill()


def _first(installation: Installation, part: str) -> psutil.Process:
    of_part = {process.pid: process for process in _of(installation, part)}
    (first,) = (process for process in of_part.values() if process.ppid() not in of_part)
    return first


def _of(installation: Installation, part: str) -> list[psutil.Process]:
    return list(processes_with({HOME_VARIABLE: str(installation.home), PART_VARIABLE: part}))
