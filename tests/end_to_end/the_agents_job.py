"""The agent's process for a talk, found as an operator would find it, to be killed without a word, or to hang."""

from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from local.installation import Installation


def kill_the_agents_job(installation: Installation) -> None:
    """The idle ones and the worker itself go on."""
    for job in _in_a_room(installation):
        job.kill()


@contextmanager
def hanging_agent(installation: Installation) -> Iterator[list[psutil.Process]]:
    """It stands still, as a process does that waits for its disk, and wakes up at the end."""
    jobs = _in_a_room(installation)
    for job in jobs:
        job.suspend()
    try:
        yield jobs
    finally:
        for job in jobs:
            job.resume()


def _in_a_room(installation: Installation) -> list[psutil.Process]:
    (worker,) = {
        listener.pid
        for listener in psutil.net_connections(kind="tcp")
        if listener.status == psutil.CONN_LISTEN
        and getattr(listener.laddr, "port", None) == installation.ports.agent_health
    }
    in_a_room = [each for each in psutil.Process(worker).children(recursive=True) if each.net_connections(kind="udp")]
    assert in_a_room
    return in_a_room
