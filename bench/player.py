"""What a listener waits for, taken in Chromium at the player's sound: from a press to what was asked for.

The talk is a row of tones, another one every ten seconds, so that the ear knows where in the talk it is.
"""

from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from bench.figures import Figures
from bench.player_talk import LENGTH_S, put_talk, tone_hz
from tests.end_to_end.conftest import CHROMIUM, QUIET
from tests.end_to_end.person import Person
from tests.platform import Platform

EAR = Path(__file__).with_name("player_ear.js")
# A number jumps to so many tenths of the talk. Each place once for a page, so that nothing is there already.
JUMPS = (3, 7, 1, 9, 5, 8, 2, 6, 4)
PAGES = 21
PAGES_WITH_JUMPS = 3
READY_MS = 60_000
# Less than between two neighbours among the tones, more than a step of the ear's spectrum.
APART_HZ = 29
UNTIL_SOUND = "() => void (window.__heard = window.__ear.untilSound())"
UNTIL_TONE = "([hz, apart]) => void (window.__heard = window.__ear.untilTone(hz, apart))"
SINCE_NAVIGATION = "performance.now()"


def measure_player(platform: Platform) -> dict[str, Figures]:
    """The first page is not counted: it fills caches of the browser."""
    shown: list[float] = []
    sounds: list[float] = []
    seeks: list[float] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        person = Person(browser.new_page(locale="en-US"), platform.page_origin)
        person.page.add_init_script(path=EAR)
        person.sign_in(platform.demo_person)
        address = f"{platform.page_origin}/sessions/{put_talk(platform, person)}"
        for number in range(PAGES + 1):
            shown.append(_open(person.page, address))
            sounds.append(_play(person.page))
            if 0 < number <= PAGES_WITH_JUMPS:
                seeks += [_jump(person.page, tenths) for tenths in JUMPS]
        browser.close()
    return {
        "page_to_player": Figures.of(shown[1:]),
        "play_to_first_sound": Figures.of(sounds[1:]),
        "seek_to_its_sound": Figures.of(seeks),
    }


def _open(page: Page, address: str) -> float:
    """Milliseconds from the start of the navigation until one may press Play."""
    page.goto(address)
    expect(page.locator("[data-player=ready]")).to_be_visible(timeout=READY_MS)
    shown_ms: float = page.evaluate(SINCE_NAVIGATION)
    page.evaluate("window.__ear.attach()")
    return shown_ms


def _play(page: Page) -> float:
    page.evaluate(UNTIL_SOUND)
    page.get_by_role("button", name="Play").click()
    return _heard(page)


def _jump(page: Page, tenths: int) -> float:
    page.evaluate("window.__ear.pressedAt = null")
    page.evaluate(UNTIL_TONE, [tone_hz(LENGTH_S * tenths / 10), APART_HZ])
    page.keyboard.press(str(tenths))
    return _heard(page)


def _heard(page: Page) -> float:
    took_ms: float = page.evaluate("window.__heard")
    return took_ms
