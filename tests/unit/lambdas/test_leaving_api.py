"""Leaving as a browser sees it, and the queue that ends it."""

import pytest

from echosphere.adapters.memory.directory import MemoryDirectory
from lambdas.api.handler import handler as api
from lambdas.forget_person import handler as forgetting
from tests.unit.lambdas.gateway import Gateway
from tests.unit.lambdas.lambda_context import FakeContext
from tests.unit.lambdas.queue import received
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit
LEFT_MS = FakeContext().get_remaining_time_in_millis()


@pytest.fixture
def queue(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(forgetting, "backend_ports", lambda: stage.ports)
    monkeypatch.setattr(forgetting, "TIME_FOR_THE_LAST_TALK_MS", LEFT_MS)
    monkeypatch.setattr(forgetting, "directory", lambda: MemoryDirectory({"person-1": {}}))
    return stage


def deliver(stage: Stage) -> object:
    """The last event, as EventBridge hands it to the queue."""
    event = stage.bus.published[-1]
    return received(forgetting.handler, {"detail-type": event.detail_type(), "detail": event.detail()})


def test_who_leaves_is_told_how_far_it_is_and_let_in_nowhere_else(queue: Stage) -> None:
    gateway = Gateway(api)
    gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001")

    asked = gateway.delete("/api/me")

    assert (asked.status, asked.json()["talks_deleted"]) == (202, 0)
    assert (gateway.delete("/api/me").json(), gateway.get("/api/me/departure").json()) == (asked.json(), asked.json())
    for path in ("/api/me", "/api/sessions", "/api/personas"):
        assert (gateway.get(path).status, gateway.get(path).json()["code"]) == (401, "person_gone")


def test_afterwards_the_old_token_opens_nothing_and_makes_nobody(queue: Stage) -> None:
    gateway = Gateway(api)
    gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001")
    gateway.delete("/api/me")

    assert deliver(queue) == {"batchItemFailures": []}

    answers = [gateway.get("/api/me/departure"), gateway.delete("/api/me"), gateway.get("/api/me")]
    assert [(each.status, each.json()["code"]) for each in answers] == [(401, "person_gone")] * 3


def test_what_one_call_has_no_time_for_is_told_anew(queue: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    gateway = Gateway(api)
    gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001")
    gateway.delete("/api/me")
    left = queue.bus.published[-1]
    monkeypatch.setattr(forgetting, "TIME_FOR_THE_LAST_TALK_MS", LEFT_MS + 1)

    assert deliver(queue) == {"batchItemFailures": []}

    assert queue.bus.published[-2:] == [left, left]
    assert gateway.get("/api/me/departure").status == 200


def test_who_did_not_ask_is_not_leaving(queue: Stage) -> None:
    assert Gateway(api).get("/api/me/departure").status == 404
    assert Gateway(api, person=None).delete("/api/me").status == 401
