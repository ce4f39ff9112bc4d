"""A recorded talk is heard in browsers that are no Chromium, on the whole platform; a sound card tells."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.browsers.firefox import firefox
from tests.browsers.remote_browser import RemoteBrowser
from tests.browsers.sound_card import SoundCard, sound_card
from tests.browsers.webkit import webkit
from tests.end_to_end.person import LOUD
from tests.end_to_end.replayed_talk import ReplayedTalk
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

type Browser = Callable[[Path, dict[str, str]], AbstractContextManager[RemoteBrowser]]
# As on an iPhone of before 2023: the page finds no Media Source, and leaves HLS to the browser.
WITHOUT_MEDIA_SOURCE = "delete window.MediaSource; delete window.ManagedMediaSource; delete window.WebKitMediaSource"
PLAY = "//*[@data-player='ready']//button[@aria-label='Play']"
CAPTIONS = "//*[@data-player='ready']//button[@aria-label='Captions']"
SHOWS_WORDS = "return document.querySelector('[data-caption]')?.innerText"
PLAYS = "return document.querySelector('video').currentTime > 0.5"
OUT_OF_ANY_PAGE = """const video = document.createElement("video");
video.src = arguments[0];
document.body.replaceChildren(video);
document.body.onclick = () => video.play();"""


@pytest.fixture
def card(tmp_path: Path) -> Iterator[SoundCard]:
    with sound_card(tmp_path) as card:
        yield card


@pytest.mark.parametrize(
    ("started", "before"),
    [(firefox, ""), (webkit, ""), (webkit, WITHOUT_MEDIA_SOURCE)],
    ids=["firefox", "webkit", "webkit-own-hls"],
)
def test_a_talk_is_heard_on_its_page(
    started: Browser, before: str, talk: ReplayedTalk, platform: Platform, card: SoundCard, tmp_path: Path
) -> None:
    with started(tmp_path, card.surroundings) as listener:
        listener.sign_in(platform.demo_person, platform.page_origin)
        listener.run(before)
        listener.click(f"//a[contains(@href, '{talk.session_id}')]")

        listener.click(PLAY)

        listener.until(PLAYS)
        assert card.loudness(2.0) > LOUD
        listener.click(CAPTIONS)
        listener.until(SHOWS_WORDS)


def test_a_signed_address_is_heard_by_a_browser_that_has_no_cookies(
    talk: ReplayedTalk, platform: Platform, card: SoundCard, tmp_path: Path
) -> None:
    with webkit(tmp_path, card.surroundings) as listener:
        listener.go(platform.page_origin)
        listener.run(OUT_OF_ANY_PAGE, talk.part()["signed_master_url"])

        listener.click("//body")

        listener.until(PLAYS)
        assert card.loudness(2.0) > LOUD
