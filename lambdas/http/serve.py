"""API Gateway's event in, its answer out."""

from typing import Any

from aws_lambda_powertools import Logger
from fastapi import FastAPI
from mangum import Mangum
from mangum.types import LambdaContext


def serve(app: FastAPI, event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """One line for each request: route, status, milliseconds are API Gateway's; ids to find them are ours."""
    logger = Logger()
    logger.append_keys(request_id=event.get("requestContext", {}).get("requestId"), route=event.get("routeKey"))
    answer: dict[str, Any] = Mangum(app, lifespan="off")(event, context)
    logger.info("answered", status=answer["statusCode"])
    logger.clear_state()
    return answer
