"""A browser on the whole platform, started as `make up` starts it, in an installation of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.end_to_end.replayed_talk import ReplayedTalk, talk_and_hang_up
from tests.platform import Platform

PICTURES = Path("build/pictures")
CHROMIUM = "/usr/bin/chromium"
PATIENCE_MS = 15_000  # what the page has for anything, on a machine that runs the whole platform beside it
# Without these Chromium looks for Google's hosts at every start.
QUIET = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # A machine whose only network is its own has no other way to a room.
    "--allow-loopback-in-peer-connection",
    "--autoplay-policy=no-user-gesture-required",
)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
    yield browser
    browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    yield page
    context.close()


@pytest.fixture
def stranger(page: Page, platform: Platform) -> Person:
    """Nobody knows who."""
    return Person(page, platform.page_origin)


@pytest.fixture
def person(stranger: Person, platform: Platform) -> Person:
    """Signed in, on the first page."""
    stranger.sign_in(platform.demo_person)
    return stranger


@pytest.fixture(scope="session")
def talk(browser: Browser, platform: Platform) -> Iterator[ReplayedTalk]:
    """One for all that is done with a talk that is over: it takes half a minute."""
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    person = Person(page, platform.page_origin)
    person.sign_in(platform.demo_person)
    yield talk_and_hang_up(person, typed="What is two plus two?", asked="What is twelve times seven?")
    context.close()
