"""The edge as an ASGI application: choose the behaviour, let its function and its keys decide, ask the origin."""

import time
from dataclasses import dataclass, replace

import httpx2
from starlette.datastructures import Address
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from local.edge.answer import apply_headers_policy
from local.edge.api_origin import ApiCaller
from local.edge.choose_behavior import choose_behavior
from local.edge.distribution import ApiOrigin, Behavior, Distribution, S3Origin
from local.edge.refusals import refusal, unavailable
from local.edge.s3_origin import S3Reader
from local.edge.signed_access import AccessRefused, Viewer, check_access, signed_parameters, unsigned_url
from local.edge.viewer_event import (
    ViewerRequest,
    read_viewer_request,
    request_of_event,
    response_of_event,
    viewer_event,
)
from local.edge.viewer_functions import FunctionFailed, ViewerFunctions


@dataclass(frozen=True, kw_only=True)
class Edge:
    """`origin` is the address that viewers know, for signed URLs."""

    distribution: Distribution
    origin: str
    functions: ViewerFunctions
    s3: S3Reader
    api: ApiCaller

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        response = await self._respond(request)
        await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response:
        behavior = choose_behavior(self.distribution, request.scope["raw_path"].decode("ascii"))
        if request.method not in behavior.methods:
            return refusal("MethodNotAllowed")
        try:
            self._check_access(request, behavior)
            response = await self._serve(request, behavior)
        except AccessRefused as refused:
            return refusal(refused.code)
        except FunctionFailed:
            return unavailable("The function failed", status=503)
        except httpx2.TimeoutException:
            return unavailable("The origin took too long", status=504)
        except httpx2.TransportError:
            return unavailable("The origin cannot be reached", status=502)
        apply_headers_policy(response, behavior.headers)
        return response

    def _check_access(self, request: Request, behavior: Behavior) -> None:
        if behavior.trusted_keys is None:
            return
        path = request.scope["raw_path"].decode("ascii")
        viewer = Viewer(
            url=unsigned_url(f"{self.origin}{path}", request.query_params.multi_items()),
            ip=_viewer(request).host,
            now_s=time.time(),
        )
        check_access(viewer, signed_parameters(request.query_params, request.cookies), behavior.trusted_keys)

    async def _serve(self, request: Request, behavior: Behavior) -> Response:
        asked = read_viewer_request(request)
        if behavior.viewer_function is not None:
            event = viewer_event(asked, self.distribution, viewer_ip=_viewer(request).host)
            result = await self.functions.call(behavior.viewer_function, event)
            if "statusCode" in result:
                return response_of_event(result)
            asked = request_of_event(result, method=request.method)
        return await self._ask_origin(self._with_root_object(asked), behavior, request)

    def _with_root_object(self, asked: ViewerRequest) -> ViewerRequest:
        return replace(asked, path=f"/{self.distribution.root_object}") if asked.path == "/" else asked

    async def _ask_origin(self, asked: ViewerRequest, behavior: Behavior, request: Request) -> Response:
        match behavior.origin:
            case S3Origin() as bucket:
                return await self.s3.read(asked, bucket)
            case ApiOrigin() as api:
                body = await request.body()
                return await self.api.call(asked, api, behavior.forwarding, body=body, viewer=_viewer(request))


def _viewer(request: Request) -> Address:
    assert request.client
    return request.client
