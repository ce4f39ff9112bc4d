"""The stock emulator before each test, in this process: a patch that one test applies does not reach the next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from ministack import app
from ministack.core import iam_actions, lambda_runtime, persistence, router
from ministack.services import apigateway, cloudformation

from local.ministack.resource_handlers import HANDLERS

PATCHED = (apigateway, app, cloudformation, iam_actions, lambda_runtime, lambda_runtime.Worker, persistence, router)


@pytest.fixture(autouse=True)
def stock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("STATE_DIR", str(tmp_path / "services"))
    monkeypatch.setattr(persistence, "STATE_DIR", str(tmp_path / "services"))
    before = [(owner, dict(vars(owner))) for owner in PATCHED]
    handlers = {resource_type: dict(calls) for resource_type, calls in HANDLERS.items()}
    yield
    HANDLERS.clear()
    HANDLERS.update(handlers)
    for owner, names in before:
        for name, value in names.items():
            if vars(owner).get(name) is not value:
                setattr(owner, name, value)
