"""From the click on Hang up to a recording that plays: a person really talked in Chromium, for minutes."""

import re
import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.figures import Figures
from echosphere.domain.recording import RecordingKind, RecordingStatus
from tests.end_to_end.conftest import CHROMIUM, QUIET
from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.platform import Platform

TEST_CARD = Path(__file__).with_name("test_card.js")
QUESTION = "What is twelve times twelve?"
ASK_EVERY_MS = 12_000
LOOK_EVERY_MS = 100
MOST_TRIES_A_MINUTE = 1500  # two and a half minutes for each of the talk


def measure_hung_up(platform: Platform, kind: RecordingKind, minutes: int, *, samples: int) -> Figures:
    """Milliseconds, one talk after the other. Raises RuntimeError with the reason where a recording fails."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        taken = [_one(browser, platform, kind, minutes) for _ in range(samples)]
        browser.close()
    return Figures.of(taken)


def _one(browser: Browser, platform: Platform, kind: RecordingKind, minutes: int) -> float:
    person = _person(browser, platform)
    session_id = person.start_talk("en-US")
    until = time.perf_counter() + 60 * minutes
    person.hear_greeting()
    if kind is RecordingKind.VIDEO:
        person.page.get_by_role("button", name=re.compile("camera", re.IGNORECASE)).first.click()
    while time.perf_counter() < until:
        person.type(QUESTION)
        person.page.wait_for_timeout(min(ASK_EVERY_MS, max(0.0, 1000 * (until - time.perf_counter()))))
    person.page.get_by_role("button", name="Hang up").click()
    hung_up_at = time.perf_counter()
    _wait_until_ready(person, session_id, kind, tries=MOST_TRIES_A_MINUTE * minutes)
    taken_ms = 1000 * (time.perf_counter() - hung_up_at)
    person.page.context.close()
    return taken_ms


def _person(browser: Browser, platform: Platform) -> Person:
    context = browser.new_context(locale="en-US", permissions=["microphone", "camera"])
    for script in (EARS_AND_MOUTH, TEST_CARD):
        context.add_init_script(path=script)
    person = Person(context.new_page(), platform.page_origin)
    person.sign_in(platform.demo_person)
    return person


def _wait_until_ready(person: Person, session_id: str, kind: RecordingKind, *, tries: int) -> None:
    for _ in range(tries):
        found = _states(person, session_id, kind)
        if RecordingStatus.READY in found:
            return
        if found and set(found) <= {RecordingStatus.FAILED}:
            raise RuntimeError(f"the {kind} of {session_id} failed")
        person.page.wait_for_timeout(LOOK_EVERY_MS)
    raise TimeoutError(f"the {kind} of {session_id} is still {_states(person, session_id, kind)}")


def _states(person: Person, session_id: str, kind: RecordingKind) -> Sequence[str]:
    status, recording = person.api(f"/api/sessions/{session_id}/recording")
    assert status == 200, recording  # noqa: PLR2004
    return [part["status"] for part in recording["parts"] if part["kind"] == kind]
