"""A request that waited too long for its turn is sent away at once, and nothing of it is begun."""

import pytest

from lambdas.api.handler import handler as api
from lambdas.http.in_time import MOST_WAITED_S
from lambdas.token.handler import handler as token
from tests.unit.lambdas.gateway import Gateway

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
