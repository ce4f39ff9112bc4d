"""Personas as a browser sees them."""

import pytest

from lambdas.api.handler import handler as api
from tests.unit.lambdas.gateway import Answer, Gateway

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]
MINA = {"name": "Mina", "languages": ["en-US", "ja-JP"], "instructions": "You sell bicycles.", "recorded": False}
KEY = "a-new-key-0001"


def created(gateway: Gateway, body: object = MINA, key: str = KEY) -> Answer:
    return gateway.post("/api/personas", body, idempotency_key=key)


def test_a_persona_is_made_read_changed_and_deleted() -> None:
    gateway = Gateway(api)
    made = created(gateway)
    place = f"/api/personas/{made.json()['id']}"

    assert made.status == 201
    assert gateway.get(place).json() == made.json() == {**made.json(), **MINA, "built_in": False}
    assert gateway.put(place, {**MINA, "name": "Taro"}).json()["name"] == "Taro"
    assert gateway.delete(place).status == 204
    assert (gateway.get(place).status, gateway.get(place).json()["code"]) == (404, "persona_not_found")


def test_where_there_is_none_the_built_in_one_stands() -> None:
    (only,) = Gateway(api).get("/api/personas").json()["items"]

    assert (only["id"], only["name"], only["built_in"], only["created_at"]) == ("echosphere", "EchoSphere", True, None)


def test_the_same_key_gives_the_same_persona_again() -> None:
    assert created(Gateway(api)).json() == created(Gateway(api)).json()
    assert (created(Gateway(api), {**MINA, "name": "Taro"}).json()["code"]) == "idempotency_key_reused"


def test_without_a_key_no_persona_is_made() -> None:
    answer = Gateway(api).post("/api/personas", MINA)

    assert (answer.status, answer.json()["code"]) == (400, "invalid_idempotency_key")


def test_the_list_pages_through_all_personas() -> None:
    gateway = Gateway(api)
    for number in range(3):
        created(gateway, {**MINA, "name": f"Mina {number}"}, f"{KEY}-{number}")

    first = gateway.get("/api/personas", limit="2").json()
    second = gateway.get("/api/personas", limit="2", cursor=first["next_cursor"]).json()

    assert len({each["id"] for each in first["items"] + second["items"]}) == 3
    assert second["next_cursor"] is None


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "   "),
        ("name", "n" * 41),
        ("languages", []),
        ("languages", ["tlh-KX"]),
        ("instructions", "i" * 2001),
        ("recorded", "perhaps"),
    ],
)
def test_what_does_not_hold_is_named_by_field_and_not_repeated(field: str, value: object) -> None:
    answer = created(Gateway(api), {**MINA, field: value})

    assert (answer.status, answer.json()["code"]) == (422, "invalid_request")
    assert f"body.{field}" in answer.json()["detail"]
    assert "tlh-KX" not in answer.text and "nnnn" not in answer.text


def test_the_built_in_persona_says_what_to_do_instead() -> None:
    answer = Gateway(api).put("/api/personas/echosphere", MINA)

    assert (answer.status, answer.json()["code"]) == (403, "persona_built_in")
    assert "of your own" in answer.json()["detail"]


def test_another_workspaces_persona_is_unknown() -> None:
    place = f"/api/personas/{created(Gateway(api)).json()['id']}"
    stranger = Gateway(api, person="person-2")

    for answer in (stranger.get(place), stranger.put(place, MINA), stranger.delete(place)):
        assert (answer.status, answer.json()["code"]) == (404, "persona_not_found")


def test_a_talk_with_a_persona_says_with_whom_and_is_recorded_as_its_owner_said() -> None:
    mina = created(Gateway(api)).json()["id"]

    session = (
        Gateway(api).post("/api/sessions", {"persona_id": mina, "record": True}, idempotency_key=KEY + "-2").json()
    )

    assert session["session"] == {
        **session["session"],
        "persona_id": mina,
        "persona_name": "Mina",
        "language": "en-US",
        "recorded": False,
    }


def test_a_talk_in_a_language_the_persona_does_not_speak_is_refused() -> None:
    mina = created(Gateway(api)).json()["id"]

    answer = Gateway(api).post("/api/sessions", {"persona_id": mina, "language": "pt-BR"}, idempotency_key=KEY + "-2")

    assert (answer.status, answer.json()["code"]) == (422, "language_not_spoken")
