"""A person's own figures, taken in Chromium at the browser's ear: click to greeting, and voice to voice."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Response, sync_playwright

from tests.end_to_end.conftest import QUIET
from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.platform import Platform

TALKS, QUESTIONS_A_TALK = 6, 6
GREETED_TALKS = 50  # of each kind
BETWEEN_MS = 6_000  # the talk before is transcoded meanwhile, and disturbs none
QUESTION, VOICE = "What is twelve times twelve?", "rms"


@dataclass(frozen=True)
class RoomFigures:
    """Milliseconds: from the click on Start to the first sound of the greeting, and to the API's answer; from the
    last sound of a question to the first of its answer."""

    greeted_recorded: list[float] = field(default_factory=list)
    greeted_unrecorded: list[float] = field(default_factory=list)
    started_recorded: list[float] = field(default_factory=list)
    started_unrecorded: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)


def measure_room(platform: Platform) -> RoomFigures:
    """The first talk after the start is not counted: it fills caches of the browser. Recorded talks and others take
    turns, so that what the machine does meanwhile hits both."""
    figures = RoomFigures()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*QUIET])
        person = Person(a_page(browser), platform.page_origin)
        person.sign_in(platform.demo_person)
        _talk(person, RoomFigures(), questions=1)
        for _ in range(GREETED_TALKS):
            _talk(person, figures)
            _talk(person, figures, is_recorded=False)
        for _ in range(TALKS):
            _talk(person, figures, questions=QUESTIONS_A_TALK)
        browser.close()
    return figures


def a_page(browser: Browser) -> Page:
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    page = context.new_page()
    page.set_default_timeout(20_000)
    return page


def _talk(person: Person, figures: RoomFigures, *, is_recorded: bool = True, questions: int = 0) -> None:
    """Of a talk with questions the greeting is not counted: they come without a pause."""
    person.page.goto(person.origin)
    person.start_button.wait_for()
    person.page.get_by_label("Record this talk").set_checked(is_recorded)
    if not questions:
        person.page.wait_for_timeout(BETWEEN_MS)
    person.page.evaluate("window.__talk.listenForClick()")
    with person.page.expect_response(_starts_a_talk) as started:
        person.start_talk("en-US")
    person.page.evaluate("window.__talk.untilSound()")
    clicked_at: float = person.page.evaluate("window.__talk.clickedAt")
    if questions:
        person.hear_greeting()
        figures.answered.extend(heard(person.ask(QUESTION, VOICE).voice_to_voice_ms) for _ in range(questions))
    else:
        greeted, answered = (
            (figures.greeted_recorded, figures.started_recorded)
            if is_recorded
            else (figures.greeted_unrecorded, figures.started_unrecorded)
        )
        greeted.append(heard(person.heard_from(clicked_at)) - clicked_at)
        answered.append(started.value.request.timing["responseEnd"])
    person.hang_up()


def _starts_a_talk(response: Response) -> bool:
    return response.request.method == "POST" and response.url.endswith("/api/sessions")


def heard(moment_ms: float | None) -> float:
    """What was not heard must not be left out of the figures. Raises RuntimeError."""
    if moment_ms is None:
        raise RuntimeError("an answer was not heard; the figures would be too good")
    return moment_ms
