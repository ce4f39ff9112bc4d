"""What may happen to a person in the middle of a talk, and does not end it."""

import psutil
import pytest
from playwright.sync_api import expect

from tests.end_to_end.conftest import PICTURES
from tests.end_to_end.network_cut import network_cut
from tests.end_to_end.person import Person
from tests.end_to_end.the_agents_job import hanging_agent, kill_the_agents_job
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

CUT_S = 20.0  # the agent waits 30 for its person
BACK_MS = 75_000  # LiveKit lets go of the dead connection after some twenty seconds
# LiveKit's server alone takes over twenty seconds to miss an agent; how long it took is printed.
REPLACED_MS = 18_000
WAKES_AND_GOES_S = 60


def heard_after(person: Person, moment_ms: float) -> float:
    """When another agent's voice came, in seconds after that moment; the last sounds of the first are over by then."""
    heard_ms = person.heard_from(moment_ms + 1_000)
    assert heard_ms is not None, "the other agent was not heard"
    return (heard_ms - moment_ms) / 1000


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
    person.wait_until("agent_lost", REPLACED_MS)
    person.write("What did I ask you first?")
    expect(person.page.locator("[data-unsent=waiting]")).to_be_visible()
    person.page.screenshot(path=PICTURES / "room-agent-lost.png")
    person.wait_until("speaking", REPLACED_MS)
    person.wait_for_line("assistant", "seven times six")
    assert any("seven times six" in line for line in person.lines("assistant")[len(said) :])
    print(f"\n  killed: another agent is heard after {heard_after(person, killed_at_ms):.1f} s")
    assert person.page.url.endswith(session_id)
    person.hang_up()


def test_an_agent_that_hangs_is_replaced_and_leaves_the_talk_to_the_other_when_it_wakes(
    person: Person, platform: Platform
) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    person.type("What is seven times six?")

    with hanging_agent(platform.installation) as hanging:
        hung_at_ms = person.page.evaluate("performance.now()")
        person.wait_until("agent_lost", REPLACED_MS)
        person.wait_until("speaking", REPLACED_MS)
        person.wait_until("listening")
        print(f"\n  hung: another agent is heard after {heard_after(person, hung_at_ms):.1f} s")

    _, alive = psutil.wait_procs(hanging, timeout=WAKES_AND_GOES_S)
    assert alive == []
    assert person.api(f"/api/sessions/{session_id}")[1]["status"] == "active"
    assert "11" in person.type("What is five plus six?")
    person.hang_up()
    ended = person.api(f"/api/sessions/{session_id}")[1]
    assert (ended["status"], ended["end_reason"]) == ("ended", "hung_up")
