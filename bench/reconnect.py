"""How soon one hears the agent again when the network is back, in Chromium, at the browser's ear."""

import time
from collections.abc import Mapping

from playwright.sync_api import sync_playwright

from bench.room import a_page
from tests.end_to_end.conftest import QUIET
from tests.end_to_end.network_cut import network_cut
from tests.end_to_end.person import Person
from tests.platform import Platform

# The short one is over before anybody notices; in the long one LiveKit's client has begun to connect anew.
CUTS_S: Mapping[str, float] = {"heard_after_a_cut_of_3_s": 3.0, "heard_after_a_cut_of_12_s": 12.0}
CUTS = 10  # of each
TYPED = "What is seven times six?"
LOST_AFTER_S = 15.0


def measure_reconnect(platform: Platform) -> Mapping[str, list[float | None]]:
    """Milliseconds from the network's return to the first sound of the answer to what was typed without it; None where
    that line was lost."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*QUIET])
        person = Person(a_page(browser), platform.page_origin)
        person.sign_in(platform.demo_person)
        figures = {name: _talk(person, cut_s) for name, cut_s in CUTS_S.items()}
        browser.close()
    return figures


def _talk(person: Person, cut_s: float) -> list[float | None]:
    person.page.goto(person.origin)
    person.start_button.wait_for()
    person.start_talk("en-US")
    person.hear_greeting()
    figures = [_cut(person, cut_s) for _ in range(CUTS)]
    person.hang_up()
    return figures


def _cut(person: Person, cut_s: float) -> float | None:
    with network_cut(at_least_s=cut_s):
        person.write(TYPED)
    back_at: float = person.page.evaluate("performance.now()")
    until = time.monotonic() + LOST_AFTER_S
    while (heard_at := person.heard_from(back_at)) is None and time.monotonic() < until:
        person.page.wait_for_timeout(100)
    person.wait_until("listening")
    return None if heard_at is None else heard_at - back_at
