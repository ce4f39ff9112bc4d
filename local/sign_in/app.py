"""Passes the endpoints of a Cognito domain on to MiniStack, whose one address serves every other API as well."""

from collections.abc import Iterable

import httpx2
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

# Cognito's developer guide, "User pool endpoints and managed login reference"; MiniStack has no /oauth2/revoke.
ENDPOINTS = {
    "/oauth2/authorize": ("GET",),
    "/login": ("POST",),
    "/logout": ("GET",),
    "/oauth2/token": ("POST",),
    "/oauth2/userInfo": ("GET", "POST"),
}
ASKED_WITH = frozenset({"accept", "accept-language", "authorization", "content-type", "cookie"})
ANSWERED_WITH = frozenset({"cache-control", "content-type", "location", "set-cookie", "www-authenticate"})
# As Cognito: any page may ask, what it asks with is a code or a token. MiniStack's own `*` leaves out Authorization.
ANY_PAGE = Middleware(
    CORSMiddleware,
    allow_origins=["*"],
    allow_methods=["GET", "POST"],
    allow_headers=["authorization", "content-type", "x-amz-user-agent"],
)

Headers = list[tuple[bytes, bytes]]


def sign_in_app(http: httpx2.AsyncClient, *, address: str) -> Starlette:
    async def forward(request: Request) -> Response:
        return await _forward(http, address, request)

    routes = [Route(path, forward, methods=list(methods)) for path, methods in ENDPOINTS.items()]
    return Starlette(routes=routes, middleware=[ANY_PAGE])


async def _forward(http: httpx2.AsyncClient, address: str, request: Request) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    headers = _kept(request.headers.raw, ASKED_WITH)
    try:
        answer = await http.request(
            request.method, f"{address}{request.url.path}{query}", headers=headers, content=await request.body()
        )
    except httpx2.TransportError:
        return PlainTextResponse("The local cloud does not answer", status_code=502)
    response = Response(answer.content, status_code=answer.status_code)
    response.raw_headers += _kept(answer.headers.raw, ANSWERED_WITH)
    return response


def _kept(headers: Iterable[tuple[bytes, bytes]], names: frozenset[str]) -> Headers:
    return [(name, value) for name, value in headers if name.lower().decode("latin-1") in names]
