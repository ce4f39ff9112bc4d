"""An origin's answer on its way to the viewer, piece by piece."""

from collections.abc import AsyncIterator, Callable
from contextlib import aclosing

import httpx2
from starlette.responses import Response, StreamingResponse

from local.edge.distribution import HeadersPolicy

# Belong to one connection (RFC 9110, 7.6.1).
HOP_BY_HOP = frozenset(
    {"connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "proxy-authorization"}
)


def stream_answer(answer: httpx2.Response, *, passes: Callable[[str], bool]) -> Response:
    """`passes` tests a lower-case header name. A header that comes twice, as Set-Cookie may, leaves twice."""
    response = StreamingResponse(_pieces(answer), status_code=answer.status_code)
    response.raw_headers = [
        (name.lower(), value) for name, value in answer.headers.raw if passes(name.lower().decode("latin-1"))
    ]
    response.headers["x-cache"] = "Miss from cloudfront"
    return response


def apply_headers_policy(response: Response, policy: HeadersPolicy) -> None:
    for name in policy.removed:
        if name in response.headers:
            del response.headers[name]
    for header in policy.added:
        if header.overrides or header.name not in response.headers:
            response.headers[header.name] = header.value


async def _pieces(answer: httpx2.Response) -> AsyncIterator[bytes]:
    """As the origin encoded them. Closes the origin's answer also when the viewer left."""
    async with aclosing(answer):
        async for piece in answer.aiter_raw():
            yield piece
