"""A person's own figures, taken in Chromium at the browser's ear: click to greeting, and voice to voice."""

from playwright.sync_api import Browser, Page, sync_playwright

from tests.end_to_end.conftest import QUIET
from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.platform import Platform

TALKS, QUESTIONS_A_TALK = 6, 6
QUESTION, VOICE = "What is twelve times twelve?", "rms"


def measure_room(platform: Platform) -> tuple[list[float], list[float]]:
    """Milliseconds: from the click on Start to the first sound of the greeting; from the last sound of a question
    to the first of its answer. The first talk after the start is not counted: it fills caches of the browser."""
    greetings: list[float] = []
    answers: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*QUIET])
        person = Person(_page(browser), platform.page_origin)
        person.sign_in(platform.demo_person)
        _talk(person, questions=1)
        for _ in range(TALKS):
            greeting, answered = _talk(person, questions=QUESTIONS_A_TALK)
            greetings.append(greeting)
            answers += answered
        browser.close()
    return greetings, answers


def _page(browser: Browser) -> Page:
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def _talk(person: Person, *, questions: int) -> tuple[float, list[float]]:
    person.page.goto(person.origin)
    person.start_button.wait_for()
    person.page.evaluate("window.__talk.listenForClick()")
    person.start_talk("en-US")
    person.hear_greeting()
    clicked_at: float = person.page.evaluate("window.__talk.clickedAt")
    first_sound = person.heard_from(clicked_at)
    answered = [person.ask(QUESTION, VOICE).voice_to_voice_ms for _ in range(questions)]
    person.hang_up()
    return _heard(first_sound) - clicked_at, [_heard(took) for took in answered]


def _heard(moment_ms: float | None) -> float:
    """What was not heard must not be left out of the figures. Raises RuntimeError."""
    if moment_ms is None:
        raise RuntimeError("an answer was not heard; the figures would be too good")
    return moment_ms
