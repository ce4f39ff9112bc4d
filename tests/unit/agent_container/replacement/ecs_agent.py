"""ECS's agent on loopback: a task's metadata and its protection, answered as aws/amazon-ecs-agent answers them."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TASK_ARN = "arn:aws:ecs:ap-northeast-1:123456789012:task/talks/0b7d"
CLUSTER = "talks"

type Json = dict[str, object]
Answer = tuple[int, Json | bytes]


def failure(reason: str) -> Answer:
    return 200, {"failure": {"Arn": TASK_ARN, "Detail": "words of ECS's own", "Reason": reason}}


def error(status: int, code: str) -> Answer:
    return status, {"error": {"Arn": TASK_ARN, "Code": code, "Message": "words of ECS's own"}, "requestID": "4f7e"}


@dataclass
class EcsAgent:
    protection_uri: str = ""
    metadata_uri: str = ""
    metadata: Json = field(default_factory=lambda: {"Cluster": CLUSTER, "TaskARN": TASK_ARN, "Family": "agent"})
    wishes: list[Json] = field(default_factory=list)
    """What was put, in its order, refused or not."""
    answers: list[Answer] = field(default_factory=list)
    """Of the next wishes; afterwards each is granted."""
    is_silent: bool = False
    was_told: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    is_over: threading.Event = field(default_factory=threading.Event)

    def answer_to(self, wish: Json) -> Answer:
        self.wishes.append(wish)
        if self.answers:
            return self.answers.pop(0)
        if set(wish) - {"ProtectionEnabled", "ExpiresInMinutes"} or "ProtectionEnabled" not in wish:
            return error(400, "InvalidParameterException")
        protected: Json = {"ProtectionEnabled": wish["ProtectionEnabled"], "TaskArn": TASK_ARN}
        if wish["ProtectionEnabled"]:
            protected["ExpirationDate"] = "2022-10-06T02:29:16Z"
        return 200, {"protection": protected}


@contextmanager
def running_ecs_agent() -> Iterator[EcsAgent]:
    agent = EcsAgent()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send((200, agent.metadata) if self.path == "/v4/0b7d-1/task" else (404, {}))

        def do_PUT(self) -> None:
            wish = json.loads(self.rfile.read(int(self.headers["content-length"])))
            is_ours = self.path == "/api/0b7d-1/task-protection/v1/state"
            answer = agent.answer_to(wish) if is_ours else error(404, "ResourceNotFoundException")
            agent.was_told.release()
            if agent.is_silent:
                agent.is_over.wait()
            self._send(answer)

        def _send(self, answer: Answer) -> None:
            status, body = answer
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # who asked a silent one has left
    agent.protection_uri = f"http://127.0.0.1:{server.server_port}/api/0b7d-1"
    agent.metadata_uri = f"http://127.0.0.1:{server.server_port}/v4/0b7d-1"
    threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
    try:
        yield agent
    finally:
        agent.is_over.set()
        server.shutdown()
        server.server_close()
