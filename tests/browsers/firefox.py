"""Firefox speaks WebDriver over a socket of its own (Marionette), so that no other program stands between."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from local.readiness import wait_until
from tests.browsers.program import running
from tests.browsers.remote_browser import RemoteBrowser
from tests.free_port import free_port

# It looks for nobody outside of this machine.
PREFERENCES = {
    "app.normandy.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "en-US",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
STARTS_WITHIN_S = 60.0


class Firefox(RemoteBrowser):
    def __init__(self, port: int) -> None:
        with socket.create_connection(("127.0.0.1", port)) as connection:
            self._wire = connection.makefile("rwb")  # keeps it open
        self._asked = 0
        self._read()  # who it is
        self.send("NewSession")

    def send(self, command: str, **parameters: object) -> Any:  # noqa: ANN401  # WebDriver answers any JSON
        self._asked += 1
        asked = json.dumps([0, self._asked, f"WebDriver:{command}", parameters]).encode()
        self._wire.write(b"%d:%s" % (len(asked), asked))
        self._wire.flush()
        _, _, error, answer = self._read()
        if error:
            raise RuntimeError(error)
        return answer["value"] if isinstance(answer, dict) and "value" in answer else answer

    def close(self) -> None:
        self._wire.close()

    def _read(self) -> Any:  # noqa: ANN401  # JSON with its length before it
        length = b""
        while (digit := self._wire.read(1)) != b":":
            length += digit
        return json.loads(self._wire.read(int(length)))


@contextmanager
def firefox(home: Path, surroundings: dict[str, str]) -> Iterator[Firefox]:
    port = free_port()
    preferences = PREFERENCES | {"marionette.port": port}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
    (home / "user.js").write_text("\n".join(lines))
    command = ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", str(home)]
    with running(command, home=home, environment=surroundings):
        wait_until(lambda: _listens(port), what="Firefox", within_s=STARTS_WITHIN_S)
        with closing(Firefox(port)) as browser:
            yield browser


def _listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0
