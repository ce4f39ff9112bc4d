"""API Gateway's event in, its answer out: to one person, so that nobody on the way keeps it unless it says so."""

from aws_lambda_powertools import Logger
from fastapi import FastAPI
from mangum import Mangum
from mangum.types import LambdaContext

from lambdas.wire import Answer, Event


def serve(app: FastAPI, event: Event, context: LambdaContext) -> Answer:
    """One line for each request: route, status, milliseconds are API Gateway's; ids to find them are ours."""
    logger = Logger()
    logger.append_keys(request_id=event.get("requestContext", {}).get("requestId"), route=event.get("routeKey"))
    answer: Answer = Mangum(app, lifespan="off")(event, context)
    answer["headers"].setdefault("cache-control", "no-store")
    logger.info("answered", status=answer["statusCode"])
    logger.clear_state()
    return answer
