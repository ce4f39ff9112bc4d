"""The built page on a loopback port, with answers that never change behind it: signed in, or for strangers."""

import json
import mimetypes
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.screenshots.answers import ANSWERS, LENGTH_S

DIST = Path("web/dist")
CONFIG = {"sign_in_origin": "http://localhost:1", "client_id": "pictures", "stage": "pictures"}
USER = {
    "access_token": "t",
    "token_type": "Bearer",
    "scope": "openid",
    "profile": {"sub": "me"},
    "expires_at": 4_900_000_000,
}
# In the script that the page runs before all else: a session is there when it looks for one.
SIGNED_IN = f"sessionStorage.setItem('oidc.user:http://localhost:1:pictures', {json.dumps(json.dumps(USER))});"


@contextmanager
def running_site(*, signed_in: bool) -> Iterator[str]:
    """Its origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answers, SIGNED_IN if signed_in else ""))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def make_sound(folder: Path) -> None:
    """Something that the player can open: a soft tone as an HLS stream of one file."""
    folder.mkdir(parents=True, exist_ok=True)
    tone = f"sine=frequency=220:duration={LENGTH_S},volume=0.05"
    target = ("-f", "hls", "-hls_time", "60", "-hls_playlist_type", "vod", "-master_pl_name", "master.m3u8")
    command = [
        "ffmpeg",
        "-v",
        "error",
        "-y",
        "-f",
        "lavfi",
        "-i",
        tone,
        "-c:a",
        "aac",
        *target,
        str(folder / "tone.m3u8"),
    ]
    subprocess.run(command, check=True, timeout=60)  # noqa: S603  # no shell, our own words


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, script: str, *args: object) -> None:
        self.script = script
        super().__init__(*args)  # type: ignore[arg-type]  # as the server makes it

    def do_GET(self) -> None:  # named by the base class
        path = self.path.partition("?")[0]
        if path == "/config.json":
            self._json(CONFIG)
        elif path == "/theme.js":
            self._send(200, "text/javascript", self.script.encode() + (DIST / "theme.js").read_bytes())
        elif path in ANSWERS:
            self._json(ANSWERS[path])
        elif path.startswith("/api/"):
            self._send(404, "application/problem+json", b'{"code": "not_found", "status": 404}')
        else:
            self._file(path)

    do_POST = do_GET  # noqa: N815  # named by the base class

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def _json(self, answer: object) -> None:
        self._send(200, "application/json", json.dumps(answer).encode())

    def _file(self, path: str) -> None:
        root = Path("build/screenshots") if path.startswith("/media/") else DIST
        file = root / path.lstrip("/")
        if not file.is_file():
            file = DIST / "index.html"
        self._send(200, mimetypes.guess_type(file.name)[0] or "application/octet-stream", file.read_bytes())

    def _send(self, status: int, content_type: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
