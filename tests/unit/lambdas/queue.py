"""SQS's side of the wire: hands a function what lies in its queue."""

import json
from collections.abc import Callable
from typing import Any

from tests.unit.lambdas.lambda_context import FakeContext


def received(handler: Callable[..., Any], *bodies: object) -> Any:  # noqa: ANN401  # Lambda's own answer
    records = [
        {
            "messageId": f"message-{number}",
            "body": json.dumps(body),
            "attributes": {"ApproximateReceiveCount": "1"},
            "eventSource": "aws:sqs",
        }
        for number, body in enumerate(bodies)
    ]
    return handler({"Records": records}, FakeContext())


def metrics_in(printed: str) -> list[dict[str, Any]]:
    """What a function told CloudWatch, as its lines of log."""
    lines = [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    return [line for line in lines if "_aws" in line]
