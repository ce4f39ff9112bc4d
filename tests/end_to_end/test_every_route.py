"""Every route of the API, asked by whoever must not: refused as documented, and nothing is said of what is there."""

import uuid
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser

from tests.end_to_end.forged_tokens import Forger
from tests.end_to_end.routes import Route, every_route
from tests.end_to_end.sign_in import signed_in
from tests.platform import ANSWERS_WITHIN_S, Platform

pytestmark = pytest.mark.end_to_end
ROUTES = list(every_route())
GUARDED = [route for route in ROUTES if not route.is_public]
# A viewer may look, take back what they said themselves, have their own data, and leave.
A_VIEWERS_OWN = {
    "POST /api/sessions/{session_id}/playback",
    "DELETE /api/sessions/{session_id}/feedback",
    "DELETE /api/me",
    "POST /api/me/export",
}


class Door:
    """The API behind the front door, without a browser."""

    def __init__(self, platform: Platform, token: str | None = None) -> None:
        self.origin = platform.page_origin
        self.headers = {} if token is None else {"authorization": f"Bearer {token}"}

    def get(self, path: str) -> httpx2.Response:
        return self._send("GET", path)

    def ask(self, route: Route, **ids: str) -> httpx2.Response:
        return self._send(route.method, route.address(**ids), route.body(**ids))

    def _send(self, method: str, path: str, body: object = None) -> httpx2.Response:
        headers = {**self.headers, **({"idempotency-key": str(uuid.uuid4())} if method == "POST" else {})}
        with httpx2.Client(base_url=self.origin, timeout=ANSWERS_WITHIN_S, trust_env=False) as http:
            return http.request(method, path, json=body, headers=headers)


@pytest.fixture(scope="module")
def owner(platform: Platform, browser: Browser) -> str:
    return signed_in(platform, browser, "owner@echosphere.local")


@pytest.fixture(scope="module")
def stranger_token(platform: Platform, browser: Browser) -> str:
    return signed_in(platform, browser, "passer-by@echosphere.local")


def test_no_route_takes_a_token_that_is_not_right(platform: Platform, owner: str) -> None:
    forger = Forger.of(owner, platform.installation.cloud_state)
    assert Door(platform, forger.as_it_was()).get("/api/me").status_code == 200

    taken = {
        f"{route} with {name}": answer.status_code
        for name, token in forger.forged().items()
        for door in [Door(platform, token)]
        for route in GUARDED
        if (answer := door.ask(route)).status_code != 401
    }

    assert taken == {}


def test_what_is_somebody_elses_is_answered_as_what_there_is_not(
    platform: Platform, owner: str, stranger_token: str
) -> None:
    mine = made_by(Door(platform, owner))
    theirs = Door(platform, stranger_token)

    answers = {
        str(route): (outcome_of(theirs.ask(route, **mine)), outcome_of(theirs.ask(route)))
        for route in GUARDED
        if "{" in route.path or route.path == "/api/token"
    }

    assert {route: both for route, both in answers.items() if both[0] != both[1]} == {}
    assert {status for (status, _), _ in answers.values()} == {404}


def test_a_viewer_changes_nothing(platform: Platform, browser: Browser) -> None:
    door = Door(platform, signed_in(platform, browser, "viewer@echosphere.local"))
    mine = made_by(door)
    look_only(platform, door.get("/api/me").json())

    refused = [route for route in GUARDED if route.changes_something and str(route) not in A_VIEWERS_OWN]
    answers = {str(route): outcome_of(door.ask(route, **mine)) for route in refused}

    assert {route: how for route, how in answers.items() if how != (403, "role_too_low")} == {}


def test_who_has_left_is_let_in_nowhere_though_the_token_still_holds(platform: Platform, stranger_token: str) -> None:
    door = Door(platform, stranger_token)
    by_name = {str(route): route for route in GUARDED}
    assert door.ask(by_name.pop("DELETE /api/me")).status_code == 202
    assert door.ask(by_name.pop("GET /api/me/departure")).status_code == 200

    answers = {name: outcome_of(door.ask(route)) for name, route in by_name.items()}

    assert {name: how for name, how in answers.items() if how != (401, "person_gone")} == {}


def made_by(door: Door) -> dict[str, str]:
    """A talk and a persona of theirs, as the ids that stand in addresses."""
    by_name = {str(route): route for route in ROUTES}
    started = door.ask(by_name["POST /api/sessions"]).json()["session"]["id"]
    door.ask(by_name["POST /api/sessions/{session_id}/end"], session_id=started)
    return {"session_id": started, "persona_id": door.ask(by_name["POST /api/personas"]).json()["id"]}


def outcome_of(answer: httpx2.Response) -> tuple[int, Any]:
    return answer.status_code, answer.json().get("code") if answer.content else None


def look_only(platform: Platform, me: dict[str, Any]) -> None:
    """No route changes a role yet."""
    platform.cloud().client("dynamodb").update_item(
        TableName=platform.outputs.get("data", "TableName"),
        Key={"PK": {"S": f"WORKSPACE#{me['workspace']['id']}"}, "SK": {"S": f"MEMBER#{me['person_id']}"}},
        UpdateExpression="SET #role = :viewer",
        ExpressionAttributeNames={"#role": "role"},
        ExpressionAttributeValues={":viewer": {"S": "viewer"}},
    )
