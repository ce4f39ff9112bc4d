"""Invitations to a talk, as its owner and as a guest see them."""

import pytest

from lambdas.api.handler import handler as api
from lambdas.token.handler import handler as token
from tests.unit.lambdas.gateway import Answer, Gateway

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]


@pytest.fixture
def talk() -> str:
    started = Gateway(api).post("/api/sessions", {"language": "en-US"}, idempotency_key="a-new-key-0001")
    session_id: str = started.json()["session"]["id"]
    return session_id


@pytest.fixture
def secret(talk: str) -> str:
    url: str = Gateway(api).post(f"/api/sessions/{talk}/invitations").json()["url"]
    return url.removeprefix("/join/")


def joined(secret: str, body: object) -> Answer:
    return Gateway(token, person=None).post(f"/api/invitations/{secret}/passes", body)


def read(secret: str) -> Answer:
    return Gateway(token, person=None).get(f"/api/invitations/{secret}")


def test_an_invitation_is_told_once_with_its_end(talk: str) -> None:
    answer = Gateway(api).post(f"/api/sessions/{talk}/invitations")

    (listed,) = Gateway(api).get(f"/api/sessions/{talk}/invitations").json()["items"]
    assert answer.status == 201 and set(answer.json()) == {"id", "url", "created_at", "expires_at"}
    assert listed == {name: value for name, value in answer.json().items() if name != "url"}


def test_a_guest_comes_in_without_an_account_and_is_shown_by_their_label(talk: str, secret: str) -> None:
    answer = joined(secret, {"label": " Rui ", "recording_consent": True})

    listed = Gateway(api).get(f"/api/sessions/{talk}/speakers").json()["items"]
    assert answer.status == 201 and answer.headers["cache-control"] == "no-store"
    assert set(answer.json()) == {"identity", "guest_key", "livekit_url", "token", "token_expires_at"}
    assert [(each["role"], each["number"], each["label"]) for each in listed] == [
        ("host", 0, None),
        ("guest", 1, "Rui"),
    ]
    assert listed[1]["identity"] == answer.json()["identity"]
    assert read(secret).json()["speakers"]["items"] == listed


def test_a_guest_learns_nothing_of_what_was_said(secret: str) -> None:
    assert set(read(secret).json()) == {"persona_name", "language", "recorded", "speakers"}


@pytest.mark.parametrize("label", ["", "two\nlines", "x" * 41, "\u202egnp.exe", 7])
def test_a_label_is_one_short_line(secret: str, label: object) -> None:
    assert joined(secret, {"label": label, "recording_consent": True}).status == 422


@pytest.mark.parametrize("rubbish", ["", "x" * 257, "a-guess"])
def test_a_wrong_secret_lets_nobody_in(rubbish: str) -> None:
    assert joined(rubbish, {}).status in (404, 422)
    assert read(rubbish).status in (404, 422)


def test_without_their_consent_nobody_comes_to_be_recorded(secret: str) -> None:
    answer = joined(secret, {})

    assert (answer.status, answer.json()["code"]) == (409, "consent_needed")


def test_an_invitation_that_was_taken_back_lets_nobody_in(talk: str, secret: str) -> None:
    (listed,) = Gateway(api).get(f"/api/sessions/{talk}/invitations").json()["items"]

    assert Gateway(api).delete(f"/api/sessions/{talk}/invitations/{listed['id']}").status == 204

    answer = joined(secret, {"recording_consent": True})
    assert (answer.status, answer.json()["code"]) == (404, "invitation_not_found")


def test_a_guest_comes_back_by_their_key_until_they_are_removed(talk: str, secret: str) -> None:
    first = joined(secret, {"recording_consent": True}).json()
    assert joined(secret, {"guest_key": first["guest_key"]}).json()["identity"] == first["identity"]

    assert Gateway(api).delete(f"/api/sessions/{talk}/speakers/{first['identity']}").status == 204

    answer = joined(secret, {"guest_key": first["guest_key"]})
    assert (answer.status, answer.json()["code"]) == (403, "guest_removed")


def test_nobody_comes_into_a_talk_that_is_over(talk: str, secret: str) -> None:
    Gateway(api).post(f"/api/sessions/{talk}/end")

    answer = joined(secret, {"recording_consent": True})

    assert (answer.status, answer.json()["code"]) == (409, "session_over")


def test_a_stranger_of_another_workspace_invites_nobody_and_learns_no_names(talk: str) -> None:
    stranger = Gateway(api, person="person-2")

    answers = [
        stranger.post(f"/api/sessions/{talk}/invitations"),
        stranger.get(f"/api/sessions/{talk}/speakers"),
        stranger.delete(f"/api/sessions/{talk}/speakers/guest-1"),
    ]

    assert [(each.status, each.json()["code"]) for each in answers] == [(404, "session_not_found")] * 3
