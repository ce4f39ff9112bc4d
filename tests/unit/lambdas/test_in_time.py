"""A request that waited too long for its turn is sent away at once; one that takes too long is told to come again."""

import threading
from collections.abc import Iterator

import pytest

from echosphere.domain.session import Session
from lambdas.api.handler import handler as api
from lambdas.http import in_time
from lambdas.http.in_time import MOST_WAITED_S
from lambdas.token.handler import handler as token
from tests.unit.lambdas.gateway import Gateway
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit

IN_TIME, LATE = Gateway(api, waited_s=MOST_WAITED_S - 1), Gateway(api, waited_s=MOST_WAITED_S + 1)
KEY = "a-new-key-0001"


@pytest.mark.usefixtures("stage")
def test_who_waited_a_little_is_served() -> None:
    assert IN_TIME.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY).status == 201


@pytest.mark.usefixtures("stage")
def test_who_waited_long_is_told_when_to_come_again() -> None:
    answer = LATE.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY)

    assert (answer.status, answer.json()["code"]) == (503, "overloaded")
    assert int(answer.headers["retry-after"]) > MOST_WAITED_S


@pytest.mark.usefixtures("stage")
def test_nothing_is_begun_and_the_same_key_is_good_for_the_next_try() -> None:
    LATE.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY)
    assert IN_TIME.get("/api/sessions").json()["items"] == []

    assert IN_TIME.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY).status == 201


@pytest.mark.usefixtures("stage")
def test_it_holds_for_every_function_that_people_wait_for() -> None:
    assert Gateway(token, waited_s=MOST_WAITED_S + 1).post("/api/token", {"session_id": "s"}).status == 503


@pytest.fixture
def slow_rooms(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """LiveKit answers when this is set."""
    answers, opens = threading.Event(), stage.ports.rooms.open

    def open_late(session: Session) -> None:
        answers.wait()
        opens(session)

    monkeypatch.setattr(stage.ports.rooms, "open", open_late)
    monkeypatch.setattr(in_time, "MOST_TAKEN_S", 0.1)
    monkeypatch.setattr(in_time, "LEAST_S", 0.1)
    yield answers
    answers.set()


@pytest.mark.usefixtures("slow_rooms")
def test_what_takes_too_long_is_answered_before_the_edge_gives_up() -> None:
    answer = IN_TIME.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY)

    assert (answer.status, answer.json()["code"]) == (503, "took_too_long")
    assert int(answer.headers["retry-after"]) > 0


def test_the_same_key_then_finds_what_was_begun(slow_rooms: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    IN_TIME.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY)
    slow_rooms.set()
    monkeypatch.setattr(in_time, "MOST_TAKEN_S", 60.0)

    again = IN_TIME.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY)

    assert again.status == 201
    assert [each["id"] for each in IN_TIME.get("/api/sessions").json()["items"]] == [again.json()["session"]["id"]]
