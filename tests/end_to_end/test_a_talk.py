"""The main job: a person talks with the AI, hangs up, and finds the talk again."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.end_to_end.conftest import PICTURES
from tests.end_to_end.person import ANSWER_MS, Person
from tests.end_to_end.speech import spoken

pytestmark = pytest.mark.end_to_end

TELL_OF_KEEPING = """() => {
  const start = MediaRecorder.prototype.start;
  window.__untilKept = new Promise((kept) => {
    MediaRecorder.prototype.start = function (...given) {
      kept();
      return start.apply(this, given);
    };
  });
}"""


def test_a_person_talks_types_hangs_up_and_finds_the_talk_with_its_messages(person: Person) -> None:
    session_id = person.start_talk("en-US")
    greeting = person.hear_greeting()
    assert person.heard_from(0) is not None, "the greeting was not heard"

    typed = person.type("What is seven times six?")
    assert "42" in typed
    asked = person.ask("Which command starts everything on my laptop?", "rms")
    assert asked.answered_from is not None, "the answer was not heard"
    assert "make up" in asked.answer.lower()
    person.page.screenshot(path=PICTURES / "room.png")
    person.hang_up()

    expect(person.page.locator("[data-message-id]")).to_have_count(5)
    person.page.screenshot(path=PICTURES / "session.png", full_page=True)
    _, session = person.api(f"/api/sessions/{session_id}")
    assert (session["status"], session["end_reason"], session["message_count"]) == ("ended", "hung_up", 5)
    assert session["title"] == "What is seven times six?"
    _, messages = person.api(f"/api/sessions/{session_id}/messages")
    assert [(each["role"], each["via"]) for each in messages["items"]] == [
        ("assistant", "voice"),
        ("user", "text"),
        ("assistant", "voice"),
        ("user", "voice"),
        ("assistant", "voice"),
    ]
    assert messages["items"][0]["text"] == greeting
    starts = [each["started_s"] for each in messages["items"]]
    assert starts == sorted(starts)
    evaluation = person.evaluation(session_id)
    assert (evaluation["status"], evaluation["judge"]["kind"], evaluation["messages"]) == ("judged", "rules", 5)
    scores = {each["metric"]: each for each in evaluation["scores"]}
    assert scores["language_kept"]["value"] == 5 and len(scores) == 8
    quoted = {name for each in evaluation["scores"] for name in each["message_ids"]}
    assert quoted and quoted <= {each["id"] for each in messages["items"]}


def test_the_history_lists_the_talk_and_leads_to_it(person: Person) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    person.type("How many minutes are in two hours?")
    person.hang_up()

    person.page.get_by_role("link", name="History").click()
    person.page.wait_for_url("**/sessions")  # the page before has the same words in its title
    person.page.get_by_role("link", name="How many minutes are in two hours?").first.click()

    person.page.wait_for_url(f"**/sessions/{session_id}")


def test_who_speaks_over_the_ai_silences_it_and_the_record_says_so(person: Person) -> None:
    question = "Excuse me, what is nine times nine?"
    spoken(question, "rms")  # made beforehand: the greeting is short
    session_id = person.start_talk("en-US")
    person.wait_until("speaking")
    person.page.evaluate("window.__talk.untilSound()")

    person.speak(question, "rms")

    person.wait_for_lines("user", 1)
    person.wait_until("listening")
    person.hang_up()
    _, messages = person.api(f"/api/sessions/{session_id}/messages")
    greeting = messages["items"][0]
    assert greeting["interrupted"]


def test_a_reload_in_the_middle_of_a_talk_comes_back_into_it(person: Person) -> None:
    session_id = person.start_talk("en-US")
    person.hear_greeting()
    person.type("What is two plus two?")

    person.page.reload()
    person.wait_until("listening")
    answer = person.type("What is five plus six?")

    assert "11" in answer
    _, session = person.api(f"/api/sessions/{session_id}")
    assert session["status"] == "active"
    person.hang_up()


def test_what_is_asked_before_there_is_a_room_is_answered(person: Person) -> None:
    """The request for the talk is held until the question is asked."""
    asked: list[Route] = []
    person.page.route("**/api/sessions", lambda route: _hold(route, asked))
    person.page.evaluate(TELL_OF_KEEPING)
    person.choose_language("en-US")
    person.start_button.click()
    person.page.evaluate("window.__untilKept")

    person.speak("What is twelve times seven?", "rms")
    asked[0].continue_()

    expect(person.page.locator("[data-message-role=assistant]").filter(has_text="84")).to_be_visible(timeout=ANSWER_MS)
    person.hang_up()


def test_a_voice_out_of_which_rnnoise_took_the_noise_is_understood(person: Person) -> None:
    person.page.evaluate("localStorage.setItem('echosphere.noise', 'rnnoise')")
    with person.page.expect_response(re.compile(r"rnnoise\w*-[^/]*\.wasm$")):
        person.start_talk("en-US")
    person.hear_greeting()

    assert "84" in person.ask("What is twelve times seven?", "rms").answer
    person.hang_up()


def _hold(route: Route, held: list[Route]) -> None:
    if route.request.method == "POST":
        held.append(route)
    else:
        route.continue_()


def test_a_talk_in_japanese_is_greeted_and_answered_in_japanese(person: Person) -> None:
    person.start_talk("ja-JP")
    greeting = person.hear_greeting()

    answer = person.type("3足す4は?")

    assert any("ぁ" <= letter <= "ん" for letter in greeting)
    assert "7" in answer
    assert person.heard_from(0) is not None
    person.hang_up()
