"""The browser's network is gone for a while: its sockets stay open, and not even a packet of WebRTC comes or goes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from tests.processes import if_alive

NETWORK_SERVICE = "--utility-sub-type=network.mojom.NetworkService"


@contextmanager
def network_cut(*, at_least_s: float) -> Iterator[None]:
    """Chromium keeps all its sockets in one process, which stands still meanwhile."""
    service = _network_service()
    until = time.monotonic() + at_least_s
    service.suspend()
    try:
        yield
        time.sleep(max(0.0, until - time.monotonic()))  # the cut has a length, and nothing to wait for
    finally:
        service.resume()


def _network_service() -> psutil.Process:
    """Of this test's browser."""
    (service,) = (
        each for each in psutil.Process().children(recursive=True) if NETWORK_SERVICE in (if_alive(each.cmdline) or ())
    )
    return service
