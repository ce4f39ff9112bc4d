"""The list of talks, narrowed, as a browser asks for it."""

import pytest

from lambdas.api.handler import handler as api
from tests.unit.lambdas.gateway import Gateway

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]
MINA = {"name": "Mina", "languages": ["en-US", "ja-JP"]}


def start(gateway: Gateway, number: int, **wish: str) -> str:
    answer = gateway.post("/api/sessions", wish, idempotency_key=f"a-new-key-{number:04}")
    return str(answer.json()["session"]["id"])


def listed(gateway: Gateway, **query: str) -> list[str]:
    return [each["id"] for each in gateway.get("/api/sessions", **query).json()["items"]]


def test_talks_are_found_by_persona_by_language_and_by_both() -> None:
    gateway = Gateway(api)
    mina = gateway.post("/api/personas", MINA, idempotency_key="a-new-key-mina").json()["id"]
    ours, english, japanese = (
        start(gateway, 1, language="ja-JP"),
        start(gateway, 2, persona_id=mina),
        start(gateway, 3, persona_id=mina, language="ja-JP"),
    )

    assert set(listed(gateway, persona_id=mina)) == {english, japanese}
    assert listed(gateway, persona_id="echosphere") == [ours]
    assert set(listed(gateway, language="ja-JP")) == {ours, japanese}
    assert listed(gateway, persona_id=mina, language="ja-JP") == [japanese]
    assert listed(gateway, persona_id="nobody") == []


def test_talks_of_a_day_are_those_that_ended_on_it() -> None:
    gateway = Gateway(api)
    ended, _ = start(gateway, 1), start(gateway, 2)
    gateway.post(f"/api/sessions/{ended}/end")

    assert listed(gateway, ended_on="2026-11-20") == [ended]
    assert listed(gateway, ended_on="2026-11-19") == []


def test_a_cursor_goes_on_among_the_talks_that_fit() -> None:
    gateway = Gateway(api)
    fitting = {start(gateway, number, language="en-US") for number in range(3)}
    start(gateway, 7, language="pt-BR")

    first = gateway.get("/api/sessions", language="en-US", limit="2").json()
    second = gateway.get("/api/sessions", language="en-US", limit="2", cursor=first["next_cursor"]).json()

    assert {each["id"] for each in first["items"] + second["items"]} == fitting
    assert second["next_cursor"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("language", "tlh-KX"), ("ended_on", "yesterday"), ("persona_id", ""), ("persona_id", "p" * 65)],
)
def test_a_filter_that_is_none_is_refused_by_its_name(field: str, value: str) -> None:
    answer = Gateway(api).get("/api/sessions", **{field: value})

    assert (answer.status, answer.json()["code"]) == (422, "invalid_request")
    assert f"query.{field}" in answer.json()["detail"]
