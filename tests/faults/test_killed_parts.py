"""Each part of the platform is killed in the middle of a talk: what the person sees of it, and what is kept."""

from typing import Any

import pytest
from playwright.sync_api import expect

from local.readiness import wait_until
from tests.end_to_end.person import Person
from tests.faults.kill_part import kill_part, kill_the_agents_worker
from tests.faults.stored import recording, texts
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

NOTICED_MS = 30_000
BACK_MS = 60_000
KEPT_S = 30
READY_S = 120


@pytest.fixture
def talk(person: Person) -> str:
    """The id of one that goes on, and has an answer."""
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    assert "42" in person.type("What is seven times six?")
    return session_id


def is_saved(text: str, platform: Platform) -> bool:
    """What the emulator was told in its last two seconds goes with it; DynamoDB has no such seconds."""
    return text in (platform.installation.cloud_state / "services" / "dynamodb.json").read_text()


def session(person: Person, session_id: str) -> Any:  # noqa: ANN401  # foreign JSON
    return person.api(f"/api/sessions/{session_id}")[1]


def ends_well(person: Person, session_id: str) -> None:
    person.hang_up()
    ended = session(person, session_id)
    assert (ended["status"], ended["end_reason"]) == ("ended", "hung_up")


def test_livekit_is_killed_and_the_talk_goes_on(person: Person, platform: Platform, talk: str) -> None:
    kill_part(platform.installation, "livekit")

    person.wait_until("reconnecting", NOTICED_MS)
    person.wait_until("listening", BACK_MS)
    assert "11" in person.type("What is five plus six?")

    ends_well(person, talk)
    kept = texts(person, talk)
    assert [each for each in ("7 times 6 is 42.", "5 plus 6 is 11.") if each not in kept] == [], kept


def test_the_agents_worker_is_killed_and_another_goes_on(person: Person, platform: Platform, talk: str) -> None:
    kill_the_agents_worker(platform.installation)

    person.wait_until("agent_lost", NOTICED_MS)
    person.wait_until("speaking", BACK_MS)
    person.wait_until("listening")
    assert "11" in person.type("What is five plus six?")

    ends_well(person, talk)


def test_the_cloud_is_killed_and_what_was_said_without_it_is_kept(
    person: Person, platform: Platform, talk: str
) -> None:
    assert "72" in person.type("What is eight times nine?")  # which no other of these talks asks
    wait_until(lambda: is_saved("8 times 9 is 72.", platform), what="the cloud's state", within_s=KEPT_S)
    kill_part(platform.installation, "cloud")

    assert "11" in person.type("What is five plus six?")
    assert "21" in person.type("What is three times seven?")

    wait_until(lambda: "3 times 7 is 21." in texts(person, talk), what="what was said", within_s=KEPT_S)
    kept = texts(person, talk)
    said = ("7 times 6 is 42.", "8 times 9 is 72.", "5 plus 6 is 11.")
    assert [each for each in said if each not in kept] == [], kept
    ends_well(person, talk)


def test_the_page_is_killed_and_the_talk_does_not_notice(person: Person, platform: Platform, talk: str) -> None:
    kill_part(platform.installation, "page")

    assert "11" in person.type("What is five plus six?")
    wait_until(lambda: "5 plus 6 is 11." in texts(person, talk), what="the API", within_s=KEPT_S)

    ends_well(person, talk)


def test_the_recorders_are_killed_and_another_records_the_rest(person: Person, platform: Platform, talk: str) -> None:
    kill_part(platform.installation, "egress")

    assert "11" in person.type("What is five plus six?")
    assert "21" in person.type("What is three times seven?")
    ends_well(person, talk)

    wait_until(lambda: recording(person, talk)["status"] == "ready", what="the recording", within_s=READY_S)
    print(f"\n  recorders killed: {recording(person, talk)}")
    expect(person.page.locator("[data-player]")).to_be_visible(timeout=BACK_MS)
