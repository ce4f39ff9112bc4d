"""The other half of the main job: a talk is recorded, and a little after the end it is heard again on its page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from echosphere.domain.loudness import STEPS_PER_SECOND, is_audible
from tests.end_to_end.conftest import PICTURES
from tests.end_to_end.person import EARS_AND_MOUTH, Person
from tests.end_to_end.replayed_talk import ReplayedTalk, talk_and_hang_up
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

TOGETHER_S = 0.5  # between a message's time, from the agent's clock, and its sound in the file, from the recorder's
FIRST_WORD_S = 0.2  # shorter than any word of the greeting, longer than what a busy machine adds to a live measure


@pytest.fixture(scope="module")
def talk(browser: Browser, platform: Platform) -> Iterator[ReplayedTalk]:
    context = browser.new_context(locale="en-US", permissions=["microphone"])
    context.add_init_script(path=EARS_AND_MOUTH)
    page = context.new_page()
    page.set_default_timeout(15_000)
    person = Person(page, platform.page_origin)
    person.sign_in(platform.demo_person)
    yield talk_and_hang_up(person)
    context.close()


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


def test_every_rendition_is_listed_and_reached_and_the_captions_too(talk: ReplayedTalk) -> None:
    playlists = talk.playlists()

    names = {address.rsplit("/", 1)[1] for address in playlists}
    assert names == {"audio_128k.m3u8", "audio_96k.m3u8", "audio_64k.m3u8", "captions.m3u8"}
    for listed in playlists.values():
        assert listed and all(talk.fetch(address)[0] == 200 for address in listed)


def test_each_side_is_heard_where_the_transcript_has_it_speak(talk: ReplayedTalk) -> None:
    sides, offset_s = talk.both_sides(), talk.part()["offset_s"]

    for message in talk.messages():
        if message["via"] == "voice":
            side = sides.person if message["role"] == "user" else sides.agent
            from_s, to_s = message["started_s"] - offset_s, message["ended_s"] - offset_s
            assert is_audible(side, from_s=from_s, to_s=to_s), message["role"]


def test_nobody_is_heard_on_the_other_side(talk: ReplayedTalk) -> None:
    sides, offset_s = talk.both_sides(), talk.part()["offset_s"]
    greeting = talk.messages()[0]

    from_s, to_s = greeting["started_s"] - offset_s, greeting["ended_s"] - offset_s
    assert is_audible(sides.agent, from_s=from_s, to_s=to_s)
    assert not is_audible(sides.person, from_s=from_s, to_s=to_s)


def test_the_first_word_of_the_greeting_is_in_the_file(talk: ReplayedTalk) -> None:
    sides, offset_s = talk.both_sides(), talk.part()["offset_s"]
    answer_from = round((talk.messages()[2]["started_s"] - offset_s - TOGETHER_S) * STEPS_PER_SECOND)
    loud = [step for step in range(answer_from) if is_audible(sides.agent, from_s=step / 20, to_s=step / 20)]

    lasted_s = (loud[-1] - loud[0]) / STEPS_PER_SECOND

    assert lasted_s > talk.greeting_lasted_s - FIRST_WORD_S


def test_a_stranger_without_the_pages_cookies_hears_nothing(talk: ReplayedTalk, browser: Browser) -> None:
    part, stranger = talk.part(), browser.new_context()

    answer = stranger.request.get(f"{talk.person.origin}{part['master_url']}")

    assert answer.status == 403
    assert "<!doctype html>" not in answer.text().lower()
    stranger.close()


def test_a_deleted_talk_leaves_nothing_to_hear_or_read(person: Person) -> None:
    talk = talk_and_hang_up(person)
    master_url = talk.part()["master_url"]

    status, _ = person.api(f"/api/sessions/{talk.session_id}", "DELETE")

    assert status == 204
    assert person.api(f"/api/sessions/{talk.session_id}")[0] == 404
    assert talk.fetch(master_url)[0] in (403, 404)
