"""What may happen to a person in the middle of a talk, and does not end it."""

import pytest
from playwright.sync_api import expect

from tests.end_to_end.conftest import PICTURES
from tests.end_to_end.network_cut import network_cut
from tests.end_to_end.person import Person
from tests.end_to_end.the_agents_job import kill_the_agents_job
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

CUT_S = 20.0  # the agent waits 30 for its person
NOTICED_MS = 30_000  # LiveKit hears nothing of an agent that was killed for some ten seconds before it says so
BACK_MS = 75_000  # it lets go of the dead one after some twenty


def test_a_talk_outlives_a_cut_of_the_network_and_the_death_of_its_agent(person: Person, platform: Platform) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    person.type("What is seven times six?")
    said = person.lines("assistant")

    with network_cut(at_least_s=CUT_S):
        person.wait_until("reconnecting", CUT_S * 1000)
    person.wait_until("listening", BACK_MS)
    assert "11" in person.type("What is five plus six?")
    assert person.lines("assistant")[: len(said)] == said

    said = person.lines("assistant")
    kill_the_agents_job(platform.installation)
    killed_at_ms = person.page.evaluate("performance.now()")
    person.wait_until("agent_lost", NOTICED_MS)
    person.page.screenshot(path=PICTURES / "room-agent-lost.png")
    person.page.get_by_label("Message", exact=True).fill("What did I ask you first?")
    person.page.keyboard.press("Enter")
    expect(person.page.locator("[data-unsent=waiting]")).to_be_visible()
    person.wait_until("speaking", BACK_MS)
    person.wait_until("listening")
    assert any("seven times six" in line for line in person.lines("assistant")[len(said) :])
    assert person.heard_from(killed_at_ms + 1_000) is not None, "the other agent was not heard"
    assert person.page.url.endswith(session_id)
    person.hang_up()
