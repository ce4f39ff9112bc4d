"""API Gateway's side of the wire: makes the events that it sends to a function, and reads the answers."""

import json
import time
from base64 import b64decode
from dataclasses import dataclass
from typing import Any

from tests.unit.lambdas.lambda_context import FakeContext


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str
    cookies: tuple[str, ...] = ()

    def json(self) -> Any:  # noqa: ANN401  # the body is foreign until the test has looked at it
        return json.loads(self.text)


@dataclass(frozen=True)
class Gateway:
    """`person` is the verified `sub`; None means a route without authorizer."""

    handler: Any
    person: str | None = "person-1"
    token_use: str = "access"
    source_ip: str = "192.0.2.1"
    waited_s: float = 0.0
    """For its turn, since API Gateway took it in."""

    def get(self, path: str, **query: str) -> Answer:
        return self._call("GET", path, query=query)

    def get_from(self, country: str, path: str) -> Answer:
        """As CloudFront tells where the viewer is."""
        return self._call("GET", path, headers={"cloudfront_viewer_country": country})

    def put(self, path: str, body: object) -> Answer:
        return self._call("PUT", path, body=json.dumps(body))

    def patch(self, path: str, body: object) -> Answer:
        return self._call("PATCH", path, body=json.dumps(body))

    def get_if_changed(self, path: str, etag: str) -> Answer:
        return self._call("GET", path, headers={"if_none_match": etag})

    def delete(self, path: str) -> Answer:
        return self._call("DELETE", path)

    def post(self, path: str, body: object = None, **headers: str) -> Answer:
        return self._call("POST", path, body=None if body is None else json.dumps(body), headers=headers)

    def _call(
        self,
        method: str,
        path: str,
        *,
        query: dict[str, str] | None = None,
        body: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        answer = self.handler(self._event(method, path, query or {}, body, headers or {}), FakeContext())
        text = answer.get("body", "")
        if answer.get("isBase64Encoded"):
            text = b64decode(text).decode()
        return Answer(answer["statusCode"], answer.get("headers", {}), text, tuple(answer.get("cookies", ())))

    def _event(
        self, method: str, path: str, query: dict[str, str], body: str | None, headers: dict[str, str]
    ) -> dict[str, Any]:
        claims = {"sub": self.person, "token_use": self.token_use}
        return {
            "version": "2.0",
            "routeKey": f"{method} {path}",
            "rawPath": path,
            "rawQueryString": "&".join(f"{name}={value}" for name, value in query.items()),
            "headers": {"content-type": "application/json", "host": "api.test", **_dashed(headers)},
            "requestContext": {
                "requestId": "request-1",
                "http": {"method": method, "path": path, "sourceIp": self.source_ip, "protocol": "HTTP/1.1"},
                "stage": "$default",
                "timeEpoch": int(1000 * (time.time() - self.waited_s)),
                **({"authorizer": {"jwt": {"claims": claims}}} if self.person else {}),
            },
            "body": body,
            "isBase64Encoded": False,
        }


def _dashed(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}
