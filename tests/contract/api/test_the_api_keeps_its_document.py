"""Whatever is asked, in form or out of it, the API answers as its document says, and never breaks.

Some twenty requests for each operation, the same ones in each run; `make test-long` asks for more.
"""

import os
from itertools import count
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from lambdas.api import handler as api
from lambdas.openapi import document
from tests.unit.lambdas.asgi_gateway import AsgiGateway
from tests.unit.lambdas.gateway import Gateway
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.contract
CASES = int(os.environ.get("API_CASES", "20"))
HELD_TO = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
PERSONA = {"name": "Mina", "languages": ["en-US"]}
people = count()
gateway = AsgiGateway("person")
schema = schemathesis.openapi.from_dict(document())
schema.app = gateway


@schema.parametrize()
@settings(
    max_examples=CASES,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_whatever_is_asked_is_answered_as_documented(case: Case[Any], stage: Stage) -> None:
    number = next(people)
    person = f"person-{number}"
    if number % 2:
        name_what_there_is(case, person)
    gateway.person = person

    case.call_and_validate(checks=HELD_TO)


def name_what_there_is(case: Case[Any], person: str) -> None:
    """A talk and a persona of theirs; at random they would be found never."""
    if "session_id" in case.path_parameters:
        started = Gateway(api.handler, person=person).post("/api/sessions", {}, idempotency_key="a-new-key-1")
        assert started.status == 201, started.text
        case.path_parameters["session_id"] = started.json()["session"]["id"]
    if "persona_id" in case.path_parameters:
        made = Gateway(api.handler, person=person).post("/api/personas", PERSONA, idempotency_key="a-new-key-1")
        case.path_parameters["persona_id"] = made.json()["id"]
