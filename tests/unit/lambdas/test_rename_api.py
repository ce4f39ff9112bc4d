"""A new name for a talk, as a browser gives it."""

import pytest

from lambdas.api.handler import handler as api
from tests.unit.lambdas.gateway import Gateway

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]


def a_talk(gateway: Gateway) -> str:
    started = gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001")
    return f"/api/sessions/{started.json()['session']['id']}"


def test_a_talk_gets_a_name_and_the_same_again_changes_nothing() -> None:
    gateway = Gateway(api)
    talk = a_talk(gateway)
    before = gateway.get(talk).json()

    for _ in range(2):
        answer = gateway.patch(talk, {"title": "  Opening hours  "})

        assert (answer.status, answer.json()) == (200, {**before, "title": "Opening hours"})
    assert gateway.get(talk).json()["title"] == "Opening hours"


@pytest.mark.parametrize("title", ["", "   ", "x" * 81, "two\nlines", "bell\x07", "\u202eback", None, 7, "\ud800"])
def test_what_is_no_name_is_refused_by_its_field_and_not_repeated(title: object) -> None:
    gateway = Gateway(api)
    talk = a_talk(gateway)

    answer = gateway.patch(talk, {"title": title})

    assert (answer.status, answer.json()["code"]) == (422, "invalid_request")
    assert "body.title" in answer.json()["detail"] and "lines" not in answer.text
    assert gateway.get(talk).json()["title"] is None


def test_a_name_is_all_that_can_be_changed() -> None:
    gateway = Gateway(api)

    answer = gateway.patch(a_talk(gateway), {"title": "Mine", "status": "ended"})

    assert (answer.status, "body.status" in answer.json()["detail"]) == (422, True)


def test_a_talk_of_others_is_unknown() -> None:
    answer = Gateway(api, person="person-2").patch(a_talk(Gateway(api)), {"title": "Mine now"})

    assert (answer.status, answer.json()["code"]) == (404, "session_not_found")
