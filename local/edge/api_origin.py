"""Passes a request on to an API of the local API Gateway, with what the behaviour's policies let through."""

from urllib.parse import urlencode

import httpx2
from starlette.datastructures import Address
from starlette.responses import Response

from local.edge.answer import HOP_BY_HOP, stream_answer
from local.edge.cookie_pairs import cookie_pairs
from local.edge.distribution import ApiOrigin, Forwarding
from local.edge.read_forwarding import VIEWER_ADDRESS
from local.edge.viewer_event import ViewerRequest

# Written anew for the way behind the edge.
REPLACED = HOP_BY_HOP | {
    "host",
    "content-length",
    "accept-encoding",
    "cookie",
    "user-agent",
    "x-forwarded-for",
    VIEWER_ADDRESS,
}
# What an origin sees of a browser that no policy lets through.
ANONYMOUS_AGENT = "Amazon CloudFront"

Headers = list[tuple[str, str]]


class ApiCaller:
    def __init__(self, http: httpx2.AsyncClient, *, address: str) -> None:
        self._http = http
        self._address = address

    async def call(
        self, request: ViewerRequest, origin: ApiOrigin, forwarding: Forwarding, *, body: bytes, viewer: Address
    ) -> Response:
        sent = self._http.build_request(
            request.method,
            self._url(request, origin, forwarding),
            headers=_headers(request, origin, forwarding, viewer=viewer),
            content=body,
        )
        answer = await self._http.send(sent, stream=True)
        return stream_answer(answer, passes=lambda name: name not in HOP_BY_HOP)

    def _url(self, request: ViewerRequest, origin: ApiOrigin, forwarding: Forwarding) -> str:
        # The emulator's way to an API and its stage without a host name of its own.
        url = f"{self._address}/_aws/execute-api/{origin.api_id}/$default{origin.path}{request.path}"
        query = urlencode([(name, value) for name, value in request.query if forwarding.query(name)])
        return f"{url}?{query}" if query else url


def _headers(request: ViewerRequest, origin: ApiOrigin, forwarding: Forwarding, *, viewer: Address) -> Headers:
    given = dict(request.headers)
    replaced = REPLACED | dict(origin.headers).keys()
    headers = [(name, value) for name, value in request.headers if name not in replaced and forwarding.header(name)]
    headers += origin.headers
    if forwarding.with_address:
        headers += [(VIEWER_ADDRESS, f"{viewer.host}:{viewer.port}")]
    agent = given.get("user-agent") if forwarding.header("user-agent") else None
    headers += [("user-agent", agent or ANONYMOUS_AGENT)]
    headers += [("x-forwarded-for", ", ".join(filter(None, (given.get("x-forwarded-for"), viewer.host))))]
    if cookies := _cookies(given.get("cookie", ""), forwarding):
        headers += [("cookie", cookies)]
    return headers


def _cookies(written: str, forwarding: Forwarding) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookie_pairs(written) if forwarding.cookie(name))
