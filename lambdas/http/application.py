"""A FastAPI application as every HTTP function of ours has it: same errors, same titles, no pages of its own."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from aws_lambda_powertools import Logger
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from echosphere.domain.errors import (
    EchoSphereError,
    InvalidRequest,
    MalformedRequest,
    MethodNotAllowed,
    NotFound,
    Overloaded,
    TookTooLong,
    TooManyRequests,
)
from lambdas.http.in_time import AnswerInTime, refuse_the_late
from lambdas.http.limits import told
from lambdas.http.problems import MEDIA_TYPE, RETRY_AFTER_S, WHEN_FEWER_ASK_S, Problem, to_problem
from lambdas.tracing.span import SESSION_ID, current_span

PREFIX = "/api"
# What the framework itself refuses; all else of it is a request that nobody can read.
REFUSED_BY_THE_FRAMEWORK: Mapping[int, type[EchoSphereError]] = {
    HTTPStatus.NOT_FOUND: NotFound,
    HTTPStatus.METHOD_NOT_ALLOWED: MethodNotAllowed,
}


def make_application(routers: Sequence[APIRouter]) -> FastAPI:
    app = FastAPI(title="EchoSphere", version="1", docs_url=None, redoc_url=None, openapi_url=None)
    for router in routers:
        app.include_router(router, prefix=PREFIX, dependencies=[Depends(_name_the_span), Depends(refuse_the_late)])
    app.add_middleware(AnswerInTime, say=_on_our_error)
    app.add_exception_handler(EchoSphereError, _on_our_error)
    app.add_exception_handler(RequestValidationError, _on_invalid_request)
    app.add_exception_handler(HTTPException, _on_refused_by_the_framework)
    app.add_exception_handler(Exception, _on_fault)
    return app


async def _name_the_span(request: Request) -> None:
    """By its route, which has the names of ids in the place of ids."""
    if span := current_span():
        route = f"{PREFIX}{request.scope['route'].path}"
        span.name = f"{request.method} {route}"
        span.attributes |= {"http.request.method": request.method, "http.route": route}
        if session_id := request.path_params.get("session_id"):
            span.attributes[SESSION_ID] = session_id


def _request_id(request: Request) -> str:
    context = request.scope.get("aws.event", {}).get("requestContext", {})
    return str(context.get("requestId", "none"))


def _answer(request: Request, problem: Problem, *, retry_after_s: int | None = None) -> JSONResponse:
    wait = {"Retry-After": str(retry_after_s)} if retry_after_s else {}
    return JSONResponse(problem.model_dump(), problem.status, {**told(request), **wait}, MEDIA_TYPE)


def _on_our_error(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, EchoSphereError)
    problem = to_problem(error, request_id=_request_id(request))
    if problem.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        Logger().warning("answered with a problem", code=error.code, exc_info=error)
    return _answer(request, problem, retry_after_s=_retry_after_s(error))


def _retry_after_s(error: EchoSphereError) -> int | None:
    if isinstance(error, TooManyRequests):
        return error.retry_after_s
    if isinstance(error, Overloaded | TookTooLong):
        return WHEN_FEWER_ASK_S
    return RETRY_AFTER_S if error.retryable else None


def _on_invalid_request(request: Request, error: Exception) -> JSONResponse:
    """Names the fields and the rules, never the values: those may be anybody's words."""
    assert isinstance(error, RequestValidationError)
    faults = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
    return _answer(request, to_problem(InvalidRequest(), request_id=_request_id(request), detail="; ".join(faults)))


def _on_refused_by_the_framework(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    kind = REFUSED_BY_THE_FRAMEWORK.get(error.status_code, MalformedRequest)
    answer = _answer(request, to_problem(kind(), request_id=_request_id(request)))
    if kind is MethodNotAllowed:
        answer.headers["allow"] = ", ".join(_methods_at(request))
    return answer


def _methods_at(request: Request) -> list[str]:
    """Of all routes of the address; the framework names only those of the first."""

    def is_taken(method: str) -> bool:
        scope = {**request.scope, "method": method}
        return any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)

    return [method for method in ("DELETE", "GET", "PATCH", "POST", "PUT") if is_taken(method)]


def _on_fault(request: Request, error: Exception) -> JSONResponse:
    Logger().exception("request failed", exc_info=error)
    return _answer(request, to_problem(EchoSphereError(), request_id=_request_id(request)))
