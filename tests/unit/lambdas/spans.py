"""The spans that a function has written, as a subscription of its log finds them."""

import json
from typing import Any

import pytest

from lambdas.tracing.span import LINE_KEY


def spans_in(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    lines = capsys.readouterr().out.splitlines()
    return [json.loads(line)[LINE_KEY] for line in lines if f'"{LINE_KEY}"' in line]


def attributes_of(span: dict[str, Any]) -> dict[str, str]:
    """Whatever their type, as text."""
    return {each["key"]: str(next(iter(each["value"].values()))) for each in span["attributes"]}
