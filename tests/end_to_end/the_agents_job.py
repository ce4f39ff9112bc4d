"""The agent's process for a talk, found as an operator would find it, to be killed without a word."""

import psutil

from local.installation import Installation


def kill_the_agents_job(installation: Installation) -> None:
    """Each of its processes that is in a room; the idle ones and the worker itself go on."""
    (worker,) = {
        listener.pid
        for listener in psutil.net_connections(kind="tcp")
        if listener.status == psutil.CONN_LISTEN
        and getattr(listener.laddr, "port", None) == installation.ports.agent_health
    }
    in_a_room = [each for each in psutil.Process(worker).children(recursive=True) if each.net_connections(kind="udp")]
    assert in_a_room
    for job in in_a_room:
        job.kill()
