"""A picture of every page × theme × size × language in build/screenshots, and what axe says of each with its layout."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.end_to_end.conftest import CHROMIUM, QUIET
from tests.screenshots.site import make_sound, running_site

PICTURES = Path("build/screenshots")
AXE = "node_modules/axe-core/axe.min.js"
SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1280, "height": 800},
    "phone": {"width": 390, "height": 844},
}
THEMES = ("light", "dark")
LANGUAGES = ("en", "ja", "pt-BR")
STRANGERS = {"landing": "/", "sign-in": "/sessions"}
PEOPLES = {
    "home": "/",
    "history": "/sessions",
    "session": "/sessions/s1",
    "dashboard": "/dashboard",
    "personas": "/personas",
    "settings": "/settings",
    "nothing": "/nothing/here",
}


@dataclass(frozen=True)
class Look:
    size: str
    theme: str
    language: str

    @property
    def name(self) -> str:
        return f"{self.size}-{self.theme}-{self.language}"


def main() -> int:
    wanted = set(sys.argv[1:]) or {*STRANGERS, *PEOPLES}
    make_sound(PICTURES / "media")
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET])
        for signed_in, pages in ((False, STRANGERS), (True, PEOPLES)):
            with running_site(signed_in=signed_in) as origin:
                addresses = {name: origin + path for name, path in pages.items() if name in wanted}
                for look in map(Look, *zip(*product(SIZES, THEMES, LANGUAGES), strict=True)):
                    complaints += _take(browser, look, addresses)
        browser.close()
    print("\n".join(complaints) or "axe has nothing to say")
    return 1 if complaints else 0


def _take(browser: Browser, look: Look, addresses: dict[str, str]) -> Iterator[str]:
    context = browser.new_context(viewport=SIZES[look.size], locale=look.language, reduced_motion="reduce")
    context.add_init_script(f"localStorage.setItem('echosphere.theme', '{look.theme}')")
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address, wait_until="networkidle")
        page.screenshot(path=PICTURES / f"{name}-{look.name}.png", full_page=True)
        yield from (f"{name} {look.name}: {one}" for one in _violations(page))
    context.close()


def _violations(page: Page) -> list[str]:
    """Whatever axe finds, however small; colours and sizes, too, since there is a layout."""
    page.add_script_tag(path=AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then((told) => told.violations)")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    said = [f"{one['impact']} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]
    return [*said, "the page scrolls sideways"] if wide else said


if __name__ == "__main__":
    sys.exit(main())
