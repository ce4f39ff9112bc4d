"""A server of somebody else's, played on loopback: at one address it answers, holds whoever asks, or is not there."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from local.installation import LOOPBACK
from tests.free_port import free_port

ENDED_WITHIN_S = 10


@dataclass(frozen=True)
class Answer:
    body: bytes
    kind: str = "application/json"
    status: HTTPStatus = HTTPStatus.OK


class StandIn(ABC):
    """`asked`: how many came as far as to be heard. `held`: of those, whom nobody has answered yet."""

    def __init__(self) -> None:
        self.asked = self.held = 0
        self.port = free_port()
        self._lock = threading.Lock()
        self._server: _Server | None = None
        self._let_go = threading.Event()
        self._let_go.set()

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    @abstractmethod
    def answer(self, path: str, body: bytes) -> Answer: ...

    @contextmanager
    def standing(self) -> Iterator[None]:
        self.come_back()
        try:
            yield
        finally:
            self.go_away()
            self._let_go.set()

    def go_away(self) -> None:
        """Whoever asks is refused the connection."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    def fall_silent(self) -> None:
        """Whoever asks waits until it comes back, or leaves."""
        self.come_back()
        self._let_go.clear()

    def come_back(self) -> None:
        self._let_go.set()
        if self._server is None:
            self._server = _Server(self, self.port)

    def hear(self, path: str, body: bytes) -> Answer:
        with self._lock:
            self.asked += 1
            self.held += 1
        try:
            self._let_go.wait()
            return self.answer(path, body)
        finally:
            with self._lock:
                self.held -= 1


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, stand_in: StandIn, port: int) -> None:
        self.stand_in = stand_in
        super().__init__((LOOPBACK, port), _Handler)
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def stop(self) -> None:
        self.shutdown()
        self._thread.join(ENDED_WITHIN_S)
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        answer = self.server.stand_in.hear(self.path, body)
        with suppress(ConnectionError):  # who asked has had enough
            self.send_response(answer.status)
            self.send_header("content-type", answer.kind)
            self.send_header("content-length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the library's
        """Nothing."""
