"""More at once than a day brings, on loopback alone, bounded, with an end of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.end_to_end.conftest import CHROMIUM, QUIET
from tests.end_to_end.sign_in import signed_in
from tests.load.crowd import Crowd
from tests.platform import Platform

PEOPLE = 6


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        yield browser
        browser.close()


@pytest.fixture
def crowd(platform: Platform, browser: Browser, request: pytest.FixtureRequest) -> Crowd:
    """People whom nobody has counted yet."""
    of = request.node.name.replace("_", "-")[:40]
    return Crowd(
        platform.page_origin,
        [signed_in(platform, browser, f"{of}-{n}@echosphere.local") for n in range(PEOPLE)],
    )
