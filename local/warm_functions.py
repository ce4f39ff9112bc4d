"""Asks each function behind the front door something harmless once, so that the first talk does not pay for its start.

In AWS nobody does: there a function is warm because somebody asked shortly before. Here the first asker is the only
one, and has just waited for all the rest.
"""

import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus

from mypy_boto3_lambda import LambdaClient

from local.errors import NotReady

NOBODY = "warm-up"
# By handler: a request that reaches everything that a talk needs of the function, and what is right to answer.
QUESTIONS: Mapping[str, tuple[str, str, HTTPStatus]] = {
    "lambdas.api.handler.handler": ("GET", f"/api/sessions/{NOBODY}", HTTPStatus.NOT_FOUND),
    "lambdas.token.handler.handler": ("POST", "/api/token", HTTPStatus.NOT_FOUND),
    "lambdas.livekit_webhook.handler.handler": ("POST", "/api/webhooks/livekit", HTTPStatus.UNAUTHORIZED),
}
BODY = json.dumps({"session_id": NOBODY})


def warm_functions(client: LambdaClient, *, person_id: str) -> None:
    """`person_id`: the `sub` of somebody who may sign in. Raises NotReady."""
    asked = [(name, *QUESTIONS[handler]) for name, handler in _functions(client) if handler in QUESTIONS]
    with ThreadPoolExecutor(len(asked)) as askers:
        list(askers.map(lambda each: _ask(client, person_id, *each), asked))


def _functions(client: LambdaClient) -> Iterator[tuple[str, str]]:
    for page in client.get_paginator("list_functions").paginate():
        for function in page["Functions"]:
            yield function["FunctionName"], function["Handler"]


def _ask(client: LambdaClient, person_id: str, function: str, method: str, path: str, right: HTTPStatus) -> None:
    event = json.dumps(http_event(method, path, person_id))
    answer = json.load(client.invoke(FunctionName=function, Payload=event)["Payload"])
    if answer.get("statusCode") != right:
        told = answer.get("errorMessage") or answer.get("body") or "nothing"
        raise NotReady(f"{function} answered {answer.get('statusCode')}: {told}")


def http_event(method: str, path: str, person_id: str) -> dict[str, object]:
    """As an HTTP API hands a request over (payload format 2.0), after its authorizer."""
    return {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": "",
        "headers": {"host": NOBODY, "content-type": "application/json"},
        "requestContext": {
            "requestId": NOBODY,
            "stage": "$default",
            "http": {"method": method, "path": path, "sourceIp": "127.0.0.1", "protocol": "HTTP/1.1"},
            "authorizer": {"jwt": {"claims": {"sub": person_id, "token_use": "access"}, "scopes": []}},
        },
        "body": BODY,
        "isBase64Encoded": False,
    }
