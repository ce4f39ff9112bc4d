"""The answer that CloudFormation waits for: what became of a custom resource, put to the address that it sent.

See "Custom resource request types" in CloudFormation's guide.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.request import Request, urlopen

from lambdas.wire import Event

PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    status: Literal["SUCCESS", "FAILED"]
    physical_id: str
    reason: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


def done(physical_id: str, **attributes: str) -> Outcome:
    return Outcome(status="SUCCESS", physical_id=physical_id, attributes=attributes)


def failed(physical_id: str, reason: str) -> Outcome:
    return Outcome(status="FAILED", physical_id=physical_id, reason=reason)


def tell_the_stack(event: Event, outcome: Outcome) -> None:
    body = {
        "Status": outcome.status,
        "Reason": outcome.reason,
        "PhysicalResourceId": outcome.physical_id,
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
        "Data": outcome.attributes,
    }
    # The address is signed for a request without a type.
    request = Request(  # noqa: S310  # the address is CloudFormation's own
        event["ResponseURL"], data=json.dumps(body).encode(), headers={"Content-Type": ""}, method="PUT"
    )
    with urlopen(request, timeout=PATIENCE_S):  # noqa: S310  # the address is CloudFormation's own
        pass
