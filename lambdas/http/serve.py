"""API Gateway's event in, its answer out: to one person, so that nobody on the way keeps it unless it says so."""

from http import HTTPStatus

from aws_lambda_powertools import Logger
from fastapi import FastAPI
from mangum import Mangum
from mangum.types import LambdaContext

from echosphere.domain.trace import TraceParent
from lambdas.tracing.span import SpanKind, spanning
from lambdas.wire import Answer, Event


def serve(app: FastAPI, event: Event, context: LambdaContext) -> Answer:
    """One line for each request: route, status, milliseconds are API Gateway's; ids to find them are ours."""
    logger = Logger()
    logger.append_keys(request_id=event.get("requestContext", {}).get("requestId"), route=event.get("routeKey"))
    caller = TraceParent.parse(event.get("headers", {}).get("traceparent"))
    with spanning(_method(event), SpanKind.SERVER, caller) as span:
        answer: Answer = Mangum(app, lifespan="off")(event, context)
        span.attributes["http.response.status_code"] = answer["statusCode"]
        if answer["statusCode"] >= HTTPStatus.INTERNAL_SERVER_ERROR:
            span.fail(str(answer["statusCode"]))
    answer["headers"].setdefault("cache-control", "no-store")
    logger.info("answered", status=answer["statusCode"])
    logger.clear_state()
    return answer


def _method(event: Event) -> str:
    """The span's name until its route is known: of an address that nobody made, nothing is told."""
    return str(event.get("requestContext", {}).get("http", {}).get("method", "HTTP"))
