"""The API as a browser sees it."""

import json

import pytest

from echosphere.domain.message import Role
from lambdas.api.handler import handler as api
from lambdas.token.handler import handler as token
from tests.examples import a_message
from tests.unit.lambdas.gateway import Gateway
from tests.unit.services.stage import Stage

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]
KEY = "a-new-key-0001"


def started(gateway: Gateway) -> str:
    session_id: str = gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY).json()["session"]["id"]
    return session_id


def test_starting_a_talk_gives_the_pass_into_its_room() -> None:
    answer = Gateway(api).post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY)

    assert answer.status == 201
    assert set(answer.json()) == {"session", "livekit_url", "token", "token_expires_at"}
    assert answer.json()["session"]["status"] == "pending"


def test_japanese_is_the_language_unless_said() -> None:
    answer = Gateway(api).post("/api/sessions", {}, idempotency_key=KEY)

    assert answer.json()["session"]["language"] == "ja-JP"


def test_the_same_key_gives_the_same_talk_again() -> None:
    assert started(Gateway(api)) == started(Gateway(api))


def test_a_talk_without_a_key_is_refused_with_what_to_send() -> None:
    answer = Gateway(api).post("/api/sessions", {"language": "en-US"})

    assert answer.status == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] == "invalid_idempotency_key"
    assert "Idempotency-Key" in answer.json()["detail"]


def test_a_language_we_do_not_speak_is_named_by_field_and_not_repeated() -> None:
    answer = Gateway(api).post("/api/sessions", {"language": "tlh-KX"}, idempotency_key=KEY)

    assert answer.status == 422
    assert "body.language" in answer.json()["detail"]
    assert "tlh-KX" not in answer.text


def test_a_field_that_we_do_not_know_is_named() -> None:
    answer = Gateway(api).post("/api/sessions", {"language": "en-US", "recrod": False}, idempotency_key=KEY)

    assert answer.status == 422
    assert "body.recrod" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/api/sessions/{}", "/api/sessions/{}/recording", "/api/sessions/{}/messages"])
def test_an_id_longer_than_any_of_ours_is_refused_before_the_store_is_asked(path: str) -> None:
    answer = Gateway(api).get(path.format("a" * 3000))

    assert (answer.status, answer.json()["code"]) == (422, "invalid_request")


def test_a_method_that_an_address_does_not_have_is_told_which_it_has() -> None:
    answer = Gateway(api)._call("PATCH", "/api/sessions")

    assert (answer.status, answer.json()["code"]) == (405, "method_not_allowed")
    assert answer.headers["allow"] == "GET, POST"


def test_json_nested_too_deep_to_be_read_is_a_clear_error() -> None:
    headers = {"idempotency_key": KEY, "content-type": "application/json"}
    answer = Gateway(api)._call("POST", "/api/sessions", body="[" * 20_000, headers=headers)

    assert (answer.status, answer.json()["code"]) == (400, "malformed_request")


def test_rubbish_instead_of_json_is_a_clear_error() -> None:
    answer = Gateway(api)._call("POST", "/api/sessions", body="{rubbish", headers={"idempotency_key": KEY})

    assert (answer.status, answer.json()["code"]) == (422, "invalid_request")


def test_a_second_person_gets_404_for_the_first_ones_talk() -> None:
    session_id = started(Gateway(api))
    stranger = Gateway(api, person="person-2")

    for answer in (
        stranger.get(f"/api/sessions/{session_id}"),
        stranger.get(f"/api/sessions/{session_id}/messages"),
        stranger.post(f"/api/sessions/{session_id}/end"),
        Gateway(token, person="person-2").post("/api/token", {"session_id": session_id}),
    ):
        assert (answer.status, answer.json()["code"]) == (404, "session_not_found")


@pytest.mark.parametrize("gateway", [Gateway(api, person=None), Gateway(api, token_use="id")])
def test_without_a_verified_access_token_there_is_no_person(gateway: Gateway) -> None:
    answer = gateway.get("/api/me")

    assert (answer.status, answer.json()["code"]) == (401, "person_unknown")


def test_a_reload_gets_a_new_pass_into_the_same_room() -> None:
    answer = Gateway(token).post("/api/token", {"session_id": started(Gateway(api))})

    assert answer.status == 200
    assert set(answer.json()) == {"livekit_url", "token", "token_expires_at"}


def test_nobody_gets_a_pass_into_a_talk_that_is_over() -> None:
    session_id = started(Gateway(api))
    Gateway(api).post(f"/api/sessions/{session_id}/end")

    answer = Gateway(token).post("/api/token", {"session_id": session_id})

    assert (answer.status, answer.json()["code"]) == (409, "session_over")


def test_hanging_up_twice_is_hanging_up_once(stage: Stage) -> None:
    session_id = started(Gateway(api))

    first = Gateway(api).post(f"/api/sessions/{session_id}/end")
    second = Gateway(api).post(f"/api/sessions/{session_id}/end")

    assert first.json() == second.json()
    assert first.json()["end_reason"] == "hung_up"
    assert stage.published() == ["SessionEnded"]


def test_a_room_server_that_is_down_is_said_with_when_to_retry(stage: Stage) -> None:
    session_id = started(Gateway(api))
    stage.rooms.is_down = True

    answer = Gateway(api).post(f"/api/sessions/{session_id}/end")

    assert (answer.status, answer.json()["code"]) == (503, "rooms_unavailable")
    assert int(answer.headers["retry-after"]) > 0


def test_the_list_pages_through_all_talks() -> None:
    gateway = Gateway(api)
    for number in range(3):
        gateway.post("/api/sessions", {}, idempotency_key=f"{KEY}-{number}")

    first = gateway.get("/api/sessions", limit="2").json()
    second = gateway.get("/api/sessions", limit="2", cursor=first["next_cursor"]).json()

    assert len({each["id"] for each in first["items"] + second["items"]}) == 3
    assert second["next_cursor"] is None


@pytest.mark.parametrize("limit", ["0", "101", "many"])
def test_a_page_holds_1_to_100(limit: str) -> None:
    assert Gateway(api).get("/api/sessions", limit=limit).status == 422


def test_messages_carry_what_the_page_shows_and_no_workspace(stage: Stage) -> None:
    session_id = started(Gateway(api))
    session = stage.ports.sessions.get(session_id)
    stage.ports.sessions.add_message(a_message(session, role=Role.ASSISTANT, text="Hello", interrupted=True))

    (message,) = Gateway(api).get(f"/api/sessions/{session_id}/messages").json()["items"]

    assert set(message) == {"id", "role", "text", "started_s", "ended_s", "interrupted", "via", "speaker"}


def test_nothing_personal_leaves_with_a_session() -> None:
    body = json.dumps(Gateway(api).get(f"/api/sessions/{started(Gateway(api))}").json())

    for hidden in ("person_id", "person-1", "room", "workspace", "participant"):
        assert hidden not in body


def test_who_i_am_is_my_workspace_and_role() -> None:
    me = Gateway(api).get("/api/me").json()

    assert me["person_id"] == "person-1"
    assert me["workspace"]["role"] == "admin"


def test_health_needs_nobody() -> None:
    assert Gateway(api, person=None).get("/api/health").json() == {"status": "ok"}


def test_an_address_that_does_not_exist_is_a_problem_too() -> None:
    answer = Gateway(api).get("/api/nothing")

    assert answer.status == 404
    assert answer.headers["content-type"] == "application/problem+json"
