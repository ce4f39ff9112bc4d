"""A player that was given one address and nothing else: no cookies, no token, no page around it."""

import os
import subprocess
from urllib.parse import urljoin

import httpx2

from echosphere.domain import hls
from tests.platform import ANSWERS_WITHIN_S

RATE_HZ, SAMPLE_BYTES = 8_000, 2
REFUSED = 400


def addresses_refused(url: str) -> list[str]:
    """Of all that it leads to, followed to the end."""
    with httpx2.Client(trust_env=False, timeout=ANSWERS_WITHIN_S) as client:
        waiting, refused = [url], []
        while waiting:
            address = waiting.pop()
            answer = client.get(address)
            if answer.status_code >= REFUSED:
                refused.append(address)
            elif "mpegurl" in answer.headers["content-type"]:
                named = hls.playlists(answer.text) or hls.segments(answer.text)
                waiting += [urljoin(address, each) for each in named]
        return refused


def heard_s(url: str) -> float:
    """How long ffmpeg plays the sound, every sample decoded."""
    output = ("-map", "0:a:0", "-ac", "1", "-ar", str(RATE_HZ), "-f", "s16le", "-")
    command = ["ffmpeg", "-v", "error", "-i", url, *output]
    environment = {"PATH": os.environ["PATH"]}  # without a proxy, which might stand before the loopback
    ran = subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603  # the system's
    return len(ran.stdout) / SAMPLE_BYTES / RATE_HZ
