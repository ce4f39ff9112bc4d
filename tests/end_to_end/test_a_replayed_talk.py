"""The other half of the main job: a talk is recorded, and a little after the end it is heard again on its page."""

import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, expect

from echosphere.domain.loudness import AUDIBLE, STEPS_PER_SECOND, is_audible
from local.collector.shelf import TraceShelf
from local.errors import NotReady
from local.readiness import wait_until
from tests.end_to_end.agents_voice import as_the_agent_speaks
from tests.end_to_end.broken_playlists import BREAKS, MADE_BY_MEDIACONVERT, Break
from tests.end_to_end.camera import Camera
from tests.end_to_end.conftest import PICTURES
from tests.end_to_end.left_behind import kept_of
from tests.end_to_end.native_player import addresses_refused, heard_s
from tests.end_to_end.person import JUDGED_MS, Person
from tests.end_to_end.replayed_talk import READY_MS, ReplayedTalk, talk_and_hang_up
from tests.end_to_end.turns_by_ear import turns_heard
from tests.platform import ANSWERS_WITHIN_S, Platform
from tests.playlists import faults

pytestmark = pytest.mark.end_to_end

TOGETHER_S = 0.5  # between a message's time, from the agent's clock, and its sound in the file, from the recorder's
AAC_FRAMES_S = 0.2  # what an encoder adds before and behind the sound: frames of 21 ms
TRUE_WITHIN_S = 0.1  # with the whole platform on two cores; `make bench BENCH=truth` says how close they are
COUNTED_S = 90  # a minute in its queue, and a function that starts cold
TRACED_S = 30  # logs come by a function of their own, one that writes much behind one that writes little
PUBLISHED = Path("build/published")
FIRST_WORD_S = 0.2  # shorter than any word of the greeting; pauses, which a busy machine makes longer, do not count


@pytest.fixture(scope="session")
def published(talk: ReplayedTalk) -> Path:
    """Kept, to be looked at."""
    shutil.rmtree(PUBLISHED, ignore_errors=True)
    talk.save(PUBLISHED)
    return PUBLISHED


def test_the_talk_is_heard_again(talk: ReplayedTalk) -> None:
    talk.player.get_by_role("button", name="Play").click()

    assert talk.until_played(1.0) < 5
    talk.person.page.screenshot(path=PICTURES / "replay.png", full_page=True)
    talk.player.get_by_role("button", name="Pause").click()


def test_what_is_said_is_shown_below_the_sound(talk: ReplayedTalk) -> None:
    talk.player.get_by_role("button", name="Captions").click()

    talk.person.page.get_by_role("button", name="Hear from").nth(2).click()

    expect(talk.person.page.locator("[data-caption]")).to_have_text("2 plus 2 is 4.")


def test_a_click_on_the_third_message_goes_there(talk: ReplayedTalk) -> None:
    offset_s, third = talk.part()["offset_s"], talk.messages()[2]

    talk.person.page.get_by_role("button", name="Hear from").nth(2).click()

    assert abs(talk.position_s - (third["started_s"] - offset_s)) < TOGETHER_S


def test_a_reason_of_the_judges_leads_to_the_message_that_shows_it(talk: ReplayedTalk) -> None:
    offset_s, page = talk.part()["offset_s"], talk.person.page
    judged = talk.person.evaluation(talk.session_id)
    score = next(each for each in judged["scores"] if each["message_ids"])
    shown = [each for each in talk.messages() if each["id"] in score["message_ids"]]
    expect(page.locator("[data-evaluation=judged]")).to_be_visible(timeout=JUDGED_MS)

    page.locator(f"[data-metric={score['metric']}]").get_by_role("button", name="Hear what shows it").last.click()

    assert abs(talk.position_s - (shown[-1]["started_s"] - offset_s)) < TOGETHER_S
    expect(talk.player).to_have_attribute("data-playing", "true")
    talk.player.get_by_role("button", name="Pause").click()


def test_every_rendition_is_listed_and_reached_and_the_captions_too(talk: ReplayedTalk) -> None:
    playlists = talk.playlists()

    names = {address.rsplit("/", 1)[1] for address in playlists}
    assert names == {"audio_128k.m3u8", "audio_96k.m3u8", "audio_64k.m3u8", "captions.m3u8"}
    for listed in playlists.values():
        assert listed and all(talk.fetch(address)[0] == 200 for address in listed)


def test_every_playlist_is_accepted_by_strict_judges(published: Path) -> None:
    assert faults(published) == {}


@pytest.mark.parametrize("broken", BREAKS, ids=str)
def test_the_judges_see_what_is_broken(published: Path, tmp_path: Path, broken: Break) -> None:
    folder = shutil.copytree(published, tmp_path / "broken")

    broken.do(folder)

    said = faults(folder)
    assert (set(said), frozenset(said[broken.playlist])) == ({broken.playlist}, broken.seen_by)


def test_the_judges_see_that_a_segment_is_absent(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "broken")

    next(folder.glob("hls/audio_128k_*.ts")).unlink()

    assert set(faults(folder)[MADE_BY_MEDIACONVERT]) == {"files"}


def test_a_native_player_needs_no_cookies(talk: ReplayedTalk) -> None:
    part = talk.part()
    signed, unsigned = (f"{talk.person.origin}{part[name]}" for name in ("signed_master_url", "master_url"))

    assert addresses_refused(signed) == []
    assert heard_s(signed) == pytest.approx(part["duration_s"], abs=AAC_FRAMES_S)
    assert addresses_refused(unsigned) == [unsigned]


def test_each_side_is_heard_where_the_transcript_has_it_speak(talk: ReplayedTalk) -> None:
    sides, offset_s = talk.both_sides(), talk.part()["offset_s"]

    for message in talk.messages():
        if message["via"] == "voice":
            side = sides.person if message["role"] == "user" else sides.agent
            from_s, to_s = message["started_s"] - offset_s, message["ended_s"] - offset_s
            heard_s = [step / STEPS_PER_SECOND for step, loudness in enumerate(side) if loudness > 0.01]
            assert is_audible(side, from_s=from_s, to_s=to_s), (message["role"], from_s, to_s, heard_s)
            assert is_audible(talk.mixed().agent, from_s=from_s, to_s=to_s), message["role"]


def test_voice_to_voice_is_told_as_it_is_heard(talk: ReplayedTalk) -> None:
    _, told = talk.person.api(f"/api/sessions/{talk.session_id}/turns")
    _, recording = talk.fetch(talk.part()["dual_url"])
    (heard,) = turns_heard(recording)

    typed, spoken = told["items"]

    assert (typed["via"], typed["voice_to_voice_s"]) == ("text", None)
    assert spoken["voice_to_voice_s"] == pytest.approx(heard.voice_to_voice_s, abs=TRUE_WITHIN_S)


def test_nobody_is_heard_on_the_other_side(talk: ReplayedTalk) -> None:
    sides, offset_s = talk.both_sides(), talk.part()["offset_s"]
    greeting = talk.messages()[0]

    from_s, to_s = greeting["started_s"] - offset_s, greeting["ended_s"] - offset_s
    assert is_audible(sides.agent, from_s=from_s, to_s=to_s)
    assert not is_audible(sides.person, from_s=from_s, to_s=to_s)


def test_the_first_word_of_the_greeting_is_in_the_file(talk: ReplayedTalk) -> None:
    sides, offset_s = talk.both_sides(), talk.part()["offset_s"]
    # Up to the question asked aloud: before it the agent has fallen silent, and after it it thinks.
    greeting, _, answer, asked_aloud, *_ = talk.messages()
    heard_s = audible_s(sides.agent[: round((asked_aloud["started_s"] - offset_s) * STEPS_PER_SECOND)])

    spoken_s = sum(audible_s(as_the_agent_speaks(message["text"])) for message in (greeting, answer))
    assert heard_s > spoken_s - FIRST_WORD_S


def test_the_worker_tells_prometheus_of_the_talk_and_of_nobody_in_it(talk: ReplayedTalk, platform: Platform) -> None:
    address = f"http://127.0.0.1:{platform.installation.ports.agent_metrics}/metrics"
    told = httpx2.get(address, trust_env=False, timeout=ANSWERS_WITHIN_S).raise_for_status().text
    figures = dict(line.rsplit(" ", 1) for line in told.splitlines() if not line.startswith("#"))

    assert float(figures['echosphere_talks_begun_total{language="en-US"}']) >= 1
    assert float(figures['echosphere_turns_total{language="en-US"}']) >= 2
    assert float(figures['echosphere_voice_to_voice_seconds_count{language="en-US"}']) >= 1
    assert float(figures['echosphere_characters_total{provider="local"}']) > 0
    assert float(figures["echosphere_processes"]) > 2 and float(figures["echosphere_memory_bytes"]) > 100_000_000
    words = [message["text"].lower() for message in talk.messages()]
    assert words and not [each for each in [*words, talk.session_id] if each in told.lower()]


def test_one_trace_tells_what_was_done_for_the_talk_and_nothing_of_what_was_said(
    talk: ReplayedTalk, platform: Platform
) -> None:
    shelf = TraceShelf(platform.installation.traces)
    told_of = {
        ("echosphere-api", "POST /api/sessions"),
        ("echosphere-agent", "agent_turn"),
        ("echosphere-agent", "turn"),
        ("echosphere-livekit_webhook", "livekit_webhook egress_started"),
        ("echosphere-transcode_recording", "transcode_recording"),
        ("echosphere-finish_recording", "mediaconvert job"),
        ("echosphere-finish_recording", "finish_recording"),
    }

    def missing() -> set[tuple[str, str]]:
        return told_of - {(span.service, span.name) for span in shelf.of_session(talk.session_id)}

    with suppress(NotReady):  # what is missing then says more
        wait_until(lambda: not missing(), what="the trace", within_s=TRACED_S)

    assert missing() == set()
    spans = shelf.of_session(talk.session_id)
    told = json.dumps([span.as_json() for span in spans]).lower()
    said = [message["text"].lower() for message in talk.messages()]
    assert said and not [text for text in said if text in told]
    assert platform.demo_person.email not in told


def test_what_one_thinks_of_the_talk_is_counted_and_its_day_leads_back_to_it(talk: ReplayedTalk) -> None:
    page = talk.person.page
    page.get_by_role("button", name="Thumbs down").click()
    expect(page.locator("[data-feedback=down]")).to_be_visible()

    wait_until(lambda: counted(talk) is not None, what="the talk's figures", within_s=COUNTED_S)
    page.get_by_role("link", name="Dashboard").click()
    page.locator("[data-chart=talks] a").last.click()
    page.locator(f"a[href='/sessions/{talk.session_id}']").click()

    figures = counted(talk)
    assert figures is not None and (figures["turns"], figures["thumbs_down"]) == (2, 1)
    expect(talk.player).to_be_visible()


def counted(talk: ReplayedTalk) -> dict[str, Any] | None:
    """What the day has of the talk, which may have ended before midnight."""
    today = datetime.now(UTC).date()
    _, page = talk.person.api(f"/api/usage/talks?from={today - timedelta(days=1)}&to={today}")
    figures: dict[str, Any] | None
    (figures,) = (each["figures"] for each in page["items"] if each["session"]["id"] == talk.session_id)
    return figures


def test_a_stranger_without_the_pages_cookies_hears_nothing(talk: ReplayedTalk, browser: Browser) -> None:
    part, stranger = talk.part(), browser.new_context()

    answer = stranger.request.get(f"{talk.person.origin}{part['master_url']}")

    assert answer.status == 403
    assert "<!doctype html>" not in answer.text().lower()
    stranger.close()


def test_a_picture_that_comes_late_is_offered_and_interrupts_nothing(
    talk: ReplayedTalk, platform: Platform, tmp_path: Path
) -> None:
    """The last that is done with this talk: it has two recordings from now on."""
    camera = Camera(platform, talk, tmp_path)
    camera.announce()
    talk.person.page.reload()
    talk.player.locator("video").evaluate("video => { video.loop = true; }")  # so that it does not end meanwhile
    talk.player.get_by_role("button", name="Play").click()
    talk.until_played(0.5)

    camera.upload()

    show = talk.player.get_by_role("button", name="Show it")
    expect(show).to_be_visible(timeout=READY_MS)
    assert talk.picture_width == 0
    show.click()
    expect(talk.player.locator("[data-picture=true]")).to_be_visible()
    assert talk.until_picture() == Camera.WIDTH


def invite_a_guest(person: Person, session_id: str) -> None:
    _, invitation = person.api(f"/api/sessions/{session_id}/invitations", "POST")
    secret = invitation["url"].rsplit("/", 1)[1]
    status, _ = person.request(
        f"/api/invitations/{secret}/passes", None, "POST", {"label": "Mina", "recording_consent": True}
    )
    assert status == 201


def test_a_deleted_talk_leaves_nothing_to_hear_or_read(person: Person, platform: Platform) -> None:
    talk = talk_and_hang_up(person, meanwhile=lambda session_id: invite_a_guest(person, session_id))
    master_url = talk.part()["master_url"]
    person.api(f"/api/sessions/{talk.session_id}/links", "POST", {"expires_in_h": 1})
    assert person.evaluation(talk.session_id)["status"] == "nothing_to_judge"
    of_a_guest = ("LINK#", "INVITATION#", "SPEAKER#")
    kinds = ("META", "MESSAGE#", "RECORDING#", *of_a_guest, "EVALUATION#", "USAGE#", "KEY#", "raw/", "media/")
    before = kept_of(platform, talk.session_id)
    assert [kind for kind in kinds if not any(kind in key for key in before)] == []

    status, _ = person.api(f"/api/sessions/{talk.session_id}", "DELETE")

    assert status == 204
    assert kept_of(platform, talk.session_id) == []
    assert person.api(f"/api/sessions/{talk.session_id}")[0] == 404
    assert talk.fetch(master_url)[0] in (403, 404)


def audible_s(side: Sequence[float]) -> float:
    return sum(step > AUDIBLE for step in side) / STEPS_PER_SECOND
