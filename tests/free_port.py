"""A port for a server that will be started in a moment."""

import random
import socket
from contextlib import suppress

# Below those that the kernel lends to whoever connects: it would give away a free one of them before it is taken.
# Above those of a platform, the tests' among them.
FIRST, LAST = 24_000, 32_000
TRIES = 100


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """On loopback. Raises OSError when a hundred in a row are taken."""
    for _ in range(TRIES):
        port = random.randint(FIRST, LAST)  # noqa: S311  # not a secret
        with suppress(OSError), socket.socket(socket.AF_INET, kind) as probe:
            probe.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port")
