"""Opens the worker's figures: LiveKit's own server for Prometheus shows them, on the loopback of the task alone."""

import socket
import threading

from livekit.agents import AgentServer
from prometheus_client import REGISTRY, disable_created_metrics

from agent_container.figures.machine import Machine
from agent_container.figures.sums import Sums
from agent_container.figures.teller import LOOPBACK

LONGEST_NEWS = 65_535  # bytes, UDP's


def publish(server: AgentServer, *, port: int) -> None:
    """Once in a process. Raises OSError when somebody has the port."""
    disable_created_metrics()  # type: ignore[no-untyped-call]  # theirs; else each sum has a second name, which nobody asks for
    sums = Sums(REGISTRY)
    REGISTRY.register(Machine(lambda: len(server.active_jobs)))
    ear = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    ear.bind((LOOPBACK, port))
    threading.Thread(target=_listen, args=(ear, sums), name="figures", daemon=True).start()


def _listen(ear: socket.socket, sums: Sums) -> None:
    while True:
        sums.take(ear.recv(LONGEST_NEWS))
