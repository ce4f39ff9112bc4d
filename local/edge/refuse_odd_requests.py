"""Refuses a request that could mean something else behind the edge than it did when its behaviour was chosen.

CloudFront resolves dot segments before it chooses. Here whoever resolved them afterwards would lead from `/media/..`,
which the viewer may read, to what the viewer may not.
"""

from collections.abc import Iterable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

DOT_SEGMENTS = {".", ".."}


class RefuseOddRequests:
    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (is_odd(scope["path"]) or not are_ascii(scope["headers"])):
            await PlainTextResponse("Bad request", status_code=400)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def is_odd(path: str) -> bool:
    """`path` with its percent-encoding resolved, so that `%2e%2e` and `%2f` are seen as what they are."""
    slashed = path.replace("\\", "/")
    return bool(DOT_SEGMENTS & set(slashed.split("/"))) or "//" in slashed or "\0" in slashed


def are_ascii(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """What else a header may hold means something else to everybody who reads it."""
    return all(value.isascii() for _, value in headers)
