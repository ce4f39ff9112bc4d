import json
import re
from pathlib import Path

import pytest

from lambdas.openapi import PUBLIC, document

pytestmark = pytest.mark.unit
MADE = document()
COMMITTED = Path(__file__).parents[3] / "docs" / "openapi.json"


def test_the_committed_document_is_the_one_the_routes_make() -> None:
    assert json.loads(COMMITTED.read_text()) == MADE, "run `make openapi` and commit the result"


def test_every_route_but_the_public_ones_asks_for_a_person() -> None:
    for path, operations in MADE["paths"].items():  # type: ignore[attr-defined]  # foreign JSON
        for operation in operations.values():
            assert bool(operation["security"]) == (path not in PUBLIC)


def test_no_request_names_an_address_that_a_server_of_ours_would_call() -> None:
    """Whoever may choose where a server calls reaches what stands beside it."""
    text = json.dumps([_asked(operation) for path in MADE["paths"].values() for operation in path.values()])  # type: ignore[attr-defined]  # foreign JSON

    assert "session_id" in text
    assert not re.findall(r"(?i)\"[^\" ]*(?:url|uri|endpoint|callback|hostname)[^\" ]*\"", text)


def _asked(operation: dict[str, object]) -> object:
    """Parameters and body, with what the body refers to."""
    body = json.dumps(operation.get("requestBody", {}))
    schemas = MADE["components"]["schemas"]  # type: ignore[index]  # foreign JSON
    wanted = [schemas[name] for name in re.findall(r"#/components/schemas/(\w+)", body)]
    return [operation.get("parameters", []), wanted]
