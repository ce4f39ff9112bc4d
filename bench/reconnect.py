"""How soon one hears the agent again when the network is back, in Chromium, at the browser's ear."""

from collections.abc import Mapping

from playwright.sync_api import sync_playwright

from bench.room import a_page, heard
from tests.end_to_end.conftest import QUIET
from tests.end_to_end.network_cut import network_cut
from tests.end_to_end.person import Person
from tests.platform import Platform

# The short one is over before anybody notices; in the long one LiveKit's client has begun to connect anew.
CUTS_S: Mapping[str, float] = {"heard_after_a_cut_of_3_s": 3.0, "heard_after_a_cut_of_12_s": 12.0}
CUTS = 10  # of each
TYPED = "What is seven times six?"


def measure_reconnect(platform: Platform) -> Mapping[str, list[float]]:
    """Milliseconds from the network's return to the first sound of the answer to what was typed without it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*QUIET])
        person = Person(a_page(browser), platform.page_origin)
        person.sign_in(platform.demo_person)
        figures = {name: _talk(person, cut_s) for name, cut_s in CUTS_S.items()}
        browser.close()
    return figures


def _talk(person: Person, cut_s: float) -> list[float]:
    person.page.goto(person.origin)
    person.start_button.wait_for()
    person.start_talk("en-US")
    person.hear_greeting()
    figures = [_cut(person, cut_s) for _ in range(CUTS)]
    person.hang_up()
    return figures


def _cut(person: Person, cut_s: float) -> float:
    answers = len(person.lines("assistant"))
    with network_cut(at_least_s=cut_s):
        person.write(TYPED)
    back_at: float = person.page.evaluate("performance.now()")
    person.wait_for_lines("assistant", answers + 1)
    person.wait_until("listening")
    return heard(person.heard_from(back_at)) - back_at
