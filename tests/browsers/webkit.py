"""WebKit's small browser on a display that nobody sees, driven over HTTP by WebKitWebDriver.

Its own HLS is off unless the environment asks for it; Safari's is always there.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx2

from local.readiness import wait_until
from tests.browsers.program import running
from tests.browsers.remote_browser import RemoteBrowser
from tests.free_port import free_port

MINI_BROWSER = next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), Path("MiniBrowser"))
STARTS_WITHIN_S = 60.0
# Of each command in the standard: its method, and its address below the session's.
ADDRESSES = {
    "Navigate": "url",
    "ExecuteScript": "execute/sync",
    "FindElements": "elements",
    "ElementClick": "element/{id}/click",
    "ElementSendKeys": "element/{id}/value",
}


class WebKit(RemoteBrowser):
    def __init__(self, client: httpx2.Client) -> None:
        options = {"binary": str(MINI_BROWSER), "args": ["--automation"]}
        capabilities = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._client = client
        self._session = "/session/" + self._post("/session", {"capabilities": capabilities})["sessionId"]

    def send(self, command: str, **parameters: object) -> Any:  # noqa: ANN401  # WebDriver answers any JSON
        return self._post(f"{self._session}/{ADDRESSES[command].format(**parameters)}", parameters)

    def close(self) -> None:
        self._client.delete(self._session)

    def _post(self, path: str, body: object) -> Any:  # noqa: ANN401  # WebDriver answers any JSON
        answer = self._client.post(path, json=body)
        if answer.is_error:
            raise RuntimeError(answer.text)
        return answer.json()["value"]


@contextmanager
def webkit(home: Path, surroundings: dict[str, str]) -> Iterator[WebKit]:
    port = free_port()
    environment = {"WEBKIT_GST_ENABLE_HLS_SUPPORT": "1", "LANG": "C.UTF-8", "LANGUAGE": "en_US", **surroundings}
    driver = ["WebKitWebDriver", f"--port={port}"]
    with (
        _display(home) as display,
        running(driver, home=home, environment={**environment, "DISPLAY": display}),
        httpx2.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=60) as client,
    ):
        wait_until(lambda: _answers(client), what="WebKitWebDriver", within_s=STARTS_WITHIN_S)
        with closing(WebKit(client)) as browser:
            yield browser


@contextmanager
def _display(home: Path) -> Iterator[str]:
    """The X server takes a free number itself, and tells it."""
    told, tells = os.pipe()
    command = ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with os.fdopen(told) as number, running(command, home=home, environment={}, pass_fds=(tells,)):
        os.close(tells)
        yield f":{number.readline().strip()}"


def _answers(client: httpx2.Client) -> bool:
    try:
        return client.get("/status").is_success
    except httpx2.TransportError:
        return False
