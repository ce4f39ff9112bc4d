"""The network is gone for a while, and what a person finds when it is back."""

import pytest
from playwright.sync_api import expect

from tests.end_to_end.network_cut import network_cut
from tests.end_to_end.person import Person

pytestmark = pytest.mark.end_to_end

BACK_MS = 75_000
# LiveKit lets go of the dead connection after some twenty seconds, and the agent waits thirty more.
OUTLIVED_S, TOO_LONG_S = (10.0, 40.0), 75.0


@pytest.mark.parametrize("cut_s", OUTLIVED_S)
def test_the_same_talk_goes_on(person: Person, cut_s: float) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    assert "42" in person.type("What is seven times six?")

    with network_cut(at_least_s=cut_s):
        person.write("What is eight times nine?")

    person.wait_for_line("assistant", "72", BACK_MS)
    person.wait_until("listening")
    assert "11" in person.type("What is five plus six?")
    person.hang_up()
    _, messages = person.api(f"/api/sessions/{session_id}/messages")
    answers = [each["text"] for each in messages["items"] if each["role"] == "assistant"][1:]
    assert answers == ["7 times 6 is 42.", "8 times 9 is 72.", "5 plus 6 is 11."]


def test_a_talk_that_ended_meanwhile_is_said_to_have_ended_and_can_be_read(person: Person) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    assert "42" in person.type("What is seven times six?")

    with network_cut(at_least_s=TOO_LONG_S):
        person.wait_until("reconnecting", TOO_LONG_S * 1000)

    over = person.page.get_by_role("alert").filter(has_text="You left, or were cut off for too long.")
    expect(over.get_by_role("link", name="Read the talk")).to_be_visible(timeout=BACK_MS)
    _, session = person.api(f"/api/sessions/{session_id}")
    assert (session["status"], session["end_reason"]) == ("ended", "person_left")
    _, messages = person.api(f"/api/sessions/{session_id}/messages")
    assert [each["text"] for each in messages["items"]][1:] == ["What is seven times six?", "7 times 6 is 42."]
