"""A deployed stage on loopback: it answers as the edge, the door and the functions do, unless it is told otherwise."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = {"content-type": "text/html", "content-security-policy": "default-src 'self'; object-src 'none'"}
JSON = {"content-type": "application/json"}
HEALTHY = {
    "GET /": (200, PAGE),
    "GET /api/health": (200, JSON),
    "GET /api/sessions": (401, JSON),
    "POST /api/webhooks/livekit": (401, JSON),
}


@dataclass
class Site:
    answers: dict[str, tuple[int, dict[str, str]]] = field(default_factory=lambda: dict(HEALTHY))
    asked: list[str] = field(default_factory=list)
    address: str = ""

    def outputs(self) -> dict[str, dict[str, str]]:
        web = {"PageUrl": f"{self.address}/", "LiveKitWebhookUrl": f"{self.address}/api/webhooks/livekit"}
        return {
            "echosphere-dev-web": {**web, "ExportsOutputRefOfOthers": "x"},
            "echosphere-dev-data": {"TableName": "t"},
        }


@contextmanager
def running_site() -> Iterator[Site]:
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            asked = f"{self.command} {self.path}"
            site.asked.append(asked)
            self.rfile.read(int(self.headers.get("content-length", 0)))
            status, headers = site.answers[asked]
            self.send_response(status)
            for name, value in {**headers, "content-length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
