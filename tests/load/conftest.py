"""More at once than a day brings, on loopback alone, bounded, with an end of its own."""

import pytest
from playwright.sync_api import sync_playwright

from tests.end_to_end.conftest import CHROMIUM, QUIET
from tests.end_to_end.sign_in import signed_in
from tests.load.crowd import Crowd
from tests.platform import Platform

PEOPLE = 10  # each may start and end a hundred talks in a quarter of an hour


@pytest.fixture
def crowd(platform: Platform, request: pytest.FixtureRequest) -> Crowd:
    """People whom nobody has counted yet. The browser is gone before the test begins: both want the loop."""
    test = request.node.name.replace("_", "-")[:40]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        tokens = [signed_in(platform, browser, f"{test}-{number}@echosphere.local") for number in range(PEOPLE)]
        browser.close()
    return Crowd(platform.page_origin, tokens)
