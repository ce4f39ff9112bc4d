"""A person who asks too often is told when to come again, and nothing is done meanwhile."""

import pytest

from echosphere.domain.rate_limit import RateLimit
from lambdas.api.handler import handler as api
from lambdas.http import limits
from tests.unit.lambdas.gateway import Answer, Gateway
from tests.unit.services.stage import Stage

pytestmark = pytest.mark.unit


@pytest.fixture(autouse=True)
def few(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "writes", lambda: RateLimit(name="writes", most=2))
    monkeypatch.setattr(limits, "reads", lambda: RateLimit(name="reads", most=3, lease=2))


def start(number: int) -> Answer:
    return Gateway(api).post("/api/sessions", {"language": "en-US"}, idempotency_key=f"a-new-key-{number}")


def test_an_answer_tells_what_is_left() -> None:
    answer = start(1)

    assert answer.headers["ratelimit-policy"] == '"writes";q=2;w=900'
    assert answer.headers["ratelimit"].startswith('"writes";r=1;t=')


def test_too_many_writes_are_refused_and_do_nothing(stage: Stage) -> None:
    assert [start(number).status for number in (1, 2, 3)] == [201, 201, 429]

    assert len(Gateway(api).get("/api/sessions").json()["items"]) == 2


def test_who_is_refused_is_told_when_to_come_again(stage: Stage) -> None:
    refused = [start(number) for number in (1, 2, 3)][-1]

    assert refused.json()["code"] == "too_many_requests"
    assert refused.headers["ratelimit"].startswith('"writes";r=0;t=')
    stage.clock.advance(int(refused.headers["retry-after"]))
    assert start(4).status == 201


def test_reading_goes_on_when_writing_is_refused_and_has_an_end_of_its_own() -> None:
    for number in (1, 2, 3):
        start(number)

    assert [Gateway(api).get("/api/me").status for _ in range(4)] == [200, 200, 200, 429]


def test_the_refreshed_way_to_a_recording_is_a_read() -> None:
    session_id = start(1).json()["session"]["id"]

    assert Gateway(api).post(f"/api/sessions/{session_id}/playback").status == 409, "nothing plays yet"

    assert start(2).status == 201, "the second of two writes is still there"


def test_others_are_not_kept_waiting() -> None:
    for number in (1, 2, 3):
        start(number)

    assert Gateway(api, person="person-2").post("/api/sessions", {}, idempotency_key="a-new-key-9").status == 201
