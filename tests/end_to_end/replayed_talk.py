"""A talk that was recorded, heard live, and is now open on its page with its player."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Locator, expect

from echosphere.adapters.av_inspector import AvInspector
from echosphere.domain import hls
from echosphere.domain.loudness import Loudness
from tests.end_to_end.person import Person

READY_MS = 60_000
IN_PAGE_FETCH = """async (address) => {
  const answer = await fetch(address);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return [answer.status, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))];
}"""
UNTIL_PICTURE = """() => new Promise((seen) => {
  const video = document.querySelector("[data-player] video");
  video.addEventListener("timeupdate", () => video.videoWidth > 0 && seen(video.videoWidth));
})"""
UNTIL_PLAYED = """(past) => new Promise((played) => {
  const video = document.querySelector("[data-player] video");
  video.addEventListener("timeupdate", () => video.currentTime > past && played(video.currentTime));
})"""


@dataclass(frozen=True)
class ReplayedTalk:
    person: Person
    session_id: str

    @property
    def player(self) -> Locator:
        return self.person.page.locator("[data-player]")

    @property
    def position_s(self) -> float:
        at: float = self.person.page.evaluate("document.querySelector('[data-player] video').currentTime")
        return at

    @property
    def picture_width(self) -> int:
        """0 where there is only sound."""
        width: int = self.person.page.evaluate("document.querySelector('[data-player] video').videoWidth")
        return width

    def until_picture(self) -> int:
        """Its width, when it plays."""
        width: int = self.person.page.evaluate(UNTIL_PICTURE)
        return width

    def until_played(self, past_s: float) -> float:
        at: float = self.person.page.evaluate(UNTIL_PLAYED, past_s)
        return at

    def messages(self) -> list[dict[str, Any]]:
        _, page = self.person.api(f"/api/sessions/{self.session_id}/messages")
        items: list[dict[str, Any]] = page["items"]
        return items

    def part(self) -> dict[str, Any]:
        """The one recording, as the API opens it for the page."""
        _, playback = self.person.api(f"/api/sessions/{self.session_id}/playback", "POST")
        (part,) = playback["parts"]
        found: dict[str, Any] = part
        return found

    def fetch(self, address: str) -> tuple[int, bytes]:
        """With the page's own cookies, as its player does."""
        status, body = self.person.page.evaluate(IN_PAGE_FETCH, urljoin(self.person.origin, address))
        return status, base64.b64decode(body)

    def playlists(self) -> dict[str, list[str]]:
        """What each playlist that the master names lists, by its address."""
        master_url = self.part()["master_url"]
        return {url: self._listed(url) for url in self._listed(master_url)}

    def save(self, folder: Path) -> None:
        """All that a player may open, as it lies beside the master."""
        master_url = self.part()["master_url"]
        playlists = self.playlists()
        for url in {master_url, *playlists, *(each for listed in playlists.values() for each in listed)}:
            status, body = self.fetch(url)
            assert status == 200, url
            path = folder / url.removeprefix(master_url.rpartition("/")[0] + "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)

    def mixed(self) -> Loudness:
        """Both sides of it hear the same."""
        _, body = self.fetch(self.part()["mix_url"])
        return AvInspector().listen(BytesIO(body))

    def both_sides(self) -> Loudness:
        _, body = self.fetch(self.part()["dual_url"])
        return AvInspector().listen(BytesIO(body))

    def _listed(self, address: str) -> list[str]:
        status, body = self.fetch(address)
        assert status == 200, address
        text = body.decode()
        return [urljoin(address, each) for each in (hls.playlists(text) or hls.segments(text))]


def talk_and_hang_up(
    person: Person, *, typed: str = "", asked: str = "", meanwhile: Callable[[str], None] = lambda _: None
) -> ReplayedTalk:
    """`meanwhile` is told the session's id while the talk lasts."""
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    meanwhile(session_id)
    if typed:
        person.type(typed)
    if asked:
        person.ask(asked, "rms")
    person.hang_up()
    expect(person.page.locator("[data-player=ready]")).to_be_visible(timeout=READY_MS)
    return ReplayedTalk(person, session_id)
