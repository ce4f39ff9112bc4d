"""Who may see what, through the front door."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end
HERE = {"localhost", "127.0.0.1"}


def test_a_second_person_gets_404_for_the_first_ones_talk(person: Person, platform: Platform, browser: Browser) -> None:
    session_id = person.start_talk("en-US")
    person.wait_until("speaking")
    person.hang_up()
    context = browser.new_context(locale="en-US")
    context.add_init_script(path=EARS_AND_MOUTH)
    stranger = Person(context.new_page(), platform.page_origin)
    stranger.sign_in(platform.another_person("stranger@echosphere.local"))

    answers = [
        stranger.api(f"/api/sessions/{session_id}"),
        stranger.api(f"/api/sessions/{session_id}/messages"),
        stranger.api(f"/api/sessions/{session_id}/end", "POST"),
    ]
    _, mine = stranger.api("/api/sessions")
    context.close()

    assert [(status, problem["code"]) for status, problem in answers] == [(404, "session_not_found")] * 3
    assert mine["items"] == []


@pytest.mark.parametrize("token", [None, "rubbish", "a.b.c"])
def test_without_a_token_every_door_but_health_is_closed(stranger: Person, token: str | None) -> None:
    for method, path in (
        ("GET", "/api/sessions"),
        ("POST", "/api/sessions"),
        ("GET", "/api/me"),
        ("POST", "/api/token"),
    ):
        assert stranger.request(path, token, method)[0] == 401
    assert stranger.request("/api/health", None)[0] == 200


def test_a_webhook_that_livekit_did_not_sign_is_refused(stranger: Person) -> None:
    status, problem = stranger.request("/api/webhooks/livekit", "a.b.c", "POST")

    assert (status, problem["code"]) == (401, "webhook_not_genuine")


def test_the_browser_is_sent_to_no_server_but_this_machine(person: Person) -> None:
    person.start_talk("en-US")
    person.wait_until("speaking")
    person.page.evaluate("window.__talk.untilSound()")

    sockets = person.sockets()
    ice_servers = person.page.evaluate("window.__talk.iceServers")
    addresses = person.page.evaluate(
        "performance.getEntriesByType('resource').map(entry => new URL(entry.name).hostname)"
    )

    person.hang_up()
    assert ice_servers and all(server.startswith("stun:127.0.0.1:") for server in ice_servers)
    assert sockets and {urlsplit(socket).hostname for socket in sockets} <= HERE
    assert set(addresses) <= HERE
