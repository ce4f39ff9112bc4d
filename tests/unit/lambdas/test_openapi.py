import json
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
