"""Somebody without an account comes into a talk by an invitation, says something, and is sent out."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.end_to_end.conftest import PATIENCE_MS, PICTURES
from tests.end_to_end.person import ANSWER_MS, EARS_AND_MOUTH, Person

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def guest(browser: Browser, person: Person) -> Iterator[Person]:
    """In a browser of their own, signed in nowhere."""
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    yield Person(page, person.origin)
    context.close()


def invitation(person: Person) -> str:
    """As it stands in the dialog, to be copied."""
    person.page.get_by_role("button", name="Invite").click()
    link = person.page.get_by_label("Invitation", exact=True)
    address: str = link.input_value()
    person.page.keyboard.press("Escape")
    return address


def test_a_guest_comes_in_by_a_link_is_answered_under_their_name_and_is_sent_out(person: Person, guest: Person) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    guest.page.goto(invitation(person))
    guest.page.get_by_label("Your name").fill("Mina")
    guest.page.get_by_role("button", name=re.compile("come in", re.IGNORECASE)).click()
    guest.wait_until("listening")

    guest.write("What is seven times six?")
    person.wait_for_lines("assistant", 2)

    assert "42" in person.lines("assistant")[1]
    expect(guest.page.locator("[data-message-role=assistant]").last).to_contain_text("42", timeout=ANSWER_MS)
    expect(person.page.locator("[data-message-role=user]").last).to_contain_text("Mina")
    guest.page.screenshot(path=PICTURES / "room-guest.png")

    person.page.get_by_role("button", name="Send Mina out").click()
    person.page.get_by_role("button", name="Press again to send Mina out").click()
    expect(guest.page.get_by_role("heading", name="You were sent out")).to_be_visible(timeout=ANSWER_MS)
    person.hang_up()

    _, kept = person.api(f"/api/sessions/{session_id}/messages")
    (asked,) = (each for each in kept["items"] if each["role"] == "user")
    assert asked["text"] == "What is seven times six?"
    expect(person.page.get_by_role("main")).to_contain_text("Mina")
