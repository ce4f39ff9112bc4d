"""Being asked before being recorded, as a browser sees it."""

import pytest

from echosphere.domain.consent import AskConsent, ConsentRule
from lambdas.api.handler import handler as api
from lambdas.http import dependencies
from tests.unit.lambdas.gateway import Answer, Gateway

pytestmark = [pytest.mark.unit, pytest.mark.usefixtures("stage")]
KEY = "a-new-key-0001"


@pytest.fixture(autouse=True)
def by_country(stage: object, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = ConsentRule(ask=AskConsent.BY_COUNTRY, notice_countries=frozenset({"JP"}))
    monkeypatch.setattr(dependencies, "consent_rule", lambda: rule)


def start_from(country: str, **body: object) -> Answer:
    return Gateway(api).post("/api/sessions", body, idempotency_key=KEY, cloudfront_viewer_country=country)


@pytest.mark.parametrize(("country", "needed"), [("DE", True), ("JP", False)])
def test_i_am_told_whether_i_shall_be_asked_where_i_am(country: str, needed: bool) -> None:
    assert Gateway(api).get_from(country, "/api/me").json()["recording_consent_needed"] is needed


def test_where_nobody_knows_where_i_am_i_am_asked() -> None:
    assert Gateway(api).get("/api/me").json()["recording_consent_needed"]


def test_a_talk_to_be_recorded_without_the_needed_consent_is_refused_with_what_to_do() -> None:
    answer = start_from("DE", record=True)

    assert (answer.status, answer.json()["code"]) == (409, "consent_needed")
    assert "recording_consent: true" in answer.json()["detail"] and "record: false" in answer.json()["detail"]


def test_with_consent_it_is_recorded_and_the_talk_says_when_it_was_given() -> None:
    session = start_from("DE", recording_consent=True).json()["session"]

    assert session["recorded"] and session["consented_at"] == session["created_at"]


def test_without_recording_and_where_notice_suffices_nobody_needs_to_say_yes() -> None:
    assert start_from("DE", record=False).status == 201
    japan = Gateway(api).post("/api/sessions", {}, idempotency_key=KEY + "-2", cloudfront_viewer_country="JP")
    assert (japan.status, japan.json()["session"]["consented_at"]) == (201, None)


def test_what_is_answered_to_one_person_is_kept_by_nobody_on_the_way() -> None:
    """The distribution may keep these answers for a second, by the token alone, unless they say so."""
    for answer in (Gateway(api).get("/api/me"), Gateway(api).get("/api/sessions"), start_from("DE")):
        assert answer.headers["cache-control"] == "no-store"
