"""API Gateway as an ASGI application, for clients that speak nothing else."""

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.routing import Match

from lambdas.api import handler as api
from lambdas.token import handler as token
from tests.unit.lambdas.lambda_context import FakeContext

type Message = MutableMapping[str, Any]


@dataclass
class AsgiGateway:
    """Everybody who asks is `person`, whose token was verified."""

    person: str

    async def __call__(
        self, scope: Message, receive: Callable[[], Awaitable[Message]], send: Callable[[Message], Awaitable[None]]
    ) -> None:
        if scope["type"] == "lifespan":
            return
        event = self._event(scope, await _body(receive))
        answer = await asyncio.to_thread(_answer, event, scope)
        headers = [(name.lower().encode(), str(value).encode()) for name, value in answer["headers"].items()]
        await send({"type": "http.response.start", "status": answer["statusCode"], "headers": headers})
        text = answer.get("body", "")
        body = b64decode(text) if answer["isBase64Encoded"] else text.encode()
        await send({"type": "http.response.body", "body": body})

    def _event(self, scope: Message, body: bytes) -> dict[str, Any]:
        path = scope["raw_path"].decode() if scope.get("raw_path") else scope["path"]
        headers: dict[str, str] = {}
        for name, value in scope["headers"]:
            key, text = name.decode("latin-1"), value.decode("latin-1")
            headers[key] = f"{headers[key]},{text}" if key in headers else text
        return {
            "version": "2.0",
            "routeKey": f"{scope['method']} {path}",
            "rawPath": unquote(path),
            "rawQueryString": scope["query_string"].decode("latin-1"),
            "headers": headers,
            "requestContext": {
                "requestId": "request-1",
                "http": {"method": scope["method"], "path": path, "sourceIp": "192.0.2.1", "protocol": "HTTP/1.1"},
                "stage": "$default",
                "authorizer": {"jwt": {"claims": {"sub": self.person, "token_use": "access"}}},
            },
            "body": b64encode(body).decode(),
            "isBase64Encoded": True,
        }


async def _body(receive: Callable[[], Awaitable[Message]]) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


def _answer(event: dict[str, Any], scope: Message) -> dict[str, Any]:
    """On a loop of its own: Mangum runs each request to its end."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        whose = token if _is_of(token.application(), scope) else api
        return dict(whose.handler(event, FakeContext()))
    finally:
        asyncio.set_event_loop(None)
        loop.close()


def _is_of(application: Any, scope: Message) -> bool:  # noqa: ANN401  # FastAPI's routes are Starlette's
    return any(route.matches(scope)[0] is Match.FULL for route in application.routes)
