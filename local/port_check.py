"""Whether the platform's ports are free, and who holds one that is not."""

import socket
from dataclasses import asdict

import psutil

from local.errors import PortTaken
from local.installation import LOOPBACK, Ports

DATAGRAMS = {"livekit_media"}


def check_ports(ports: Ports) -> None:
    """Raises PortTaken."""
    for name, port in asdict(ports).items():
        kind = socket.SOCK_DGRAM if name in DATAGRAMS else socket.SOCK_STREAM
        if not is_free(port, kind):
            raise PortTaken(
                f"port {port} ({name}) is taken by {_holder(port)}. Stop it, or give EchoSphere other ports:"
                f" `python -m local up --port-shift 1000` adds 1000 to each."
            )


def is_free(port: int, kind: socket.SocketKind = socket.SOCK_STREAM) -> bool:
    with socket.socket(socket.AF_INET, kind) as candidate:
        # As the servers do: a connection that is just ending does not hold the port.
        candidate.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, int(kind == socket.SOCK_STREAM))
        try:
            candidate.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _holder(port: int) -> str:
    try:
        found = next((it for it in psutil.net_connections("inet") if it.laddr and it.laddr.port == port), None)
        if found is None or found.pid is None:
            return "a process of another user"
        return f"{psutil.Process(found.pid).name()} (pid {found.pid})"
    except psutil.Error:
        # Some systems show only one's own connections.
        return "another process"
