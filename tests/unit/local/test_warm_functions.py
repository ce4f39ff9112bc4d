import io
import json
from typing import Any, cast

import pytest
from mypy_boto3_lambda import LambdaClient

from local.errors import NotReady
from local.warm_functions import QUESTIONS, warm_functions

pytestmark = pytest.mark.unit


class MemoryLambda:
    """Functions by handler, each answering what it is told to."""

    def __init__(self, answers: dict[str, dict[str, Any]]) -> None:
        self._answers = answers
        self.asked: dict[str, dict[str, Any]] = {}

    def get_paginator(self, _: str) -> "MemoryLambda":
        return self

    def paginate(self) -> list[dict[str, Any]]:
        return [{"Functions": [{"FunctionName": name, "Handler": name} for name in self._answers]}]

    def invoke(self, *, FunctionName: str, Payload: str) -> dict[str, Any]:
        self.asked[FunctionName] = json.loads(Payload)
        return {"Payload": io.StringIO(json.dumps(self._answers[FunctionName]))}


RIGHT: dict[str, dict[str, Any]] = {handler: {"statusCode": right} for handler, (_, _, right) in QUESTIONS.items()}


def test_each_function_behind_the_front_door_is_asked_once() -> None:
    functions = MemoryLambda({**RIGHT, "lambdas.sweep_outbox.handler.handler": {}})

    warm_functions(cast("LambdaClient", functions), person_id="taro")

    assert functions.asked.keys() == QUESTIONS.keys()


def test_a_function_is_asked_for_what_nobody_has() -> None:
    functions = MemoryLambda(RIGHT)

    warm_functions(cast("LambdaClient", functions), person_id="taro")

    assert {json.loads(event["body"])["session_id"] for event in functions.asked.values()} == {"warm-up"}


def test_a_function_that_cannot_start_stops_the_start_with_its_own_words() -> None:
    broken = {"errorMessage": "No module named 'fastapi'"}
    functions = MemoryLambda({**RIGHT, "lambdas.api.handler.handler": broken})

    with pytest.raises(NotReady, match="No module named 'fastapi'"):
        warm_functions(cast("LambdaClient", functions), person_id="taro")
