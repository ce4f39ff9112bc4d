"""Waits until a part of the platform answers."""

import socket
import time
from collections.abc import Callable
from http import HTTPStatus

import httpx2

from local.errors import NotReady
from local.installation import LOOPBACK, Installation

EVERY_S = 0.2
ONE_QUESTION_S = 10.0
# What livekit-agents logs when the server has taken it.
REGISTERED = "registered worker"


def wait_until(answers: Callable[[], bool], *, what: str, within_s: float) -> None:
    """Raises NotReady."""
    deadline = time.monotonic() + within_s
    while not answers():
        if time.monotonic() > deadline:
            raise NotReady(f"{what} did not answer within {within_s:.0f} s")
        time.sleep(EVERY_S)


def cloud_answers(installation: Installation) -> bool:
    # Nothing of ours goes over this line, and the certificate is only made while the cloud starts.
    return _answers(f"{installation.cloud_url}/_ministack/health", verify=False)


def collector_answers(installation: Installation) -> bool:
    return _answers(installation.collector_url)


def livekit_answers(installation: Installation) -> bool:
    return _answers(installation.livekit_server_url)


def egress_answers(installation: Installation) -> bool:
    """What it passes on has gone through to the server."""
    return _answers(installation.livekit_api_url)


def page_answers(installation: Installation) -> bool:
    return _answers(f"{installation.page_origin}/")


def api_answers(installation: Installation) -> bool:
    return _answers(f"{installation.page_origin}/api/health")


def sign_in_answers(installation: Installation) -> bool:
    return _answers(
        f"{installation.sign_in_origin}/oauth2/authorize",
        healthy=lambda status: status < HTTPStatus.INTERNAL_SERVER_ERROR,
    )


def agent_answers(installation: Installation) -> bool:
    """Its health port answers before the LiveKit server has taken it as a worker; only its log tells of that."""
    log = installation.logs / "agent.log"
    if not log.is_file() or REGISTERED not in log.read_text():
        return False
    return _answers(f"http://{LOOPBACK}:{installation.ports.agent_health}/")


def _answers(
    url: str, *, verify: bool = True, healthy: Callable[[int], bool] = lambda status: status < HTTPStatus.BAD_REQUEST
) -> bool:
    if not _listens(url):
        return False
    try:
        return healthy(httpx2.get(url, verify=verify, timeout=ONE_QUESTION_S, trust_env=False).status_code)
    except httpx2.TransportError:
        return False


def _listens(url: str) -> bool:
    """A client for HTTPS is dear to make; while the machine is busy starting the platform, ask first whether to."""
    asked = httpx2.URL(url)
    try:
        with socket.create_connection((LOOPBACK, asked.port or 0), timeout=ONE_QUESTION_S):
            return True
    except OSError:
        return False
