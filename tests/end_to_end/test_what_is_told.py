"""Nothing that a person said, typed, is called or may enter by is told to whoever looks after the platform."""

from http import HTTPStatus

import jwt
import pytest

from tests.end_to_end.person import Person
from tests.end_to_end.told import everything_told, where
from tests.platform import Platform

pytestmark = pytest.mark.end_to_end

EMAIL = "marmalade-zebrawood@echosphere.local"
TYPED = "Does the marmalade zebrawood know what seven times six is?"
ASKED = "Which command starts everything on my laptop?"
NOTE = "A quibbling tangerine of a talk."
PROMPT = "You sell vermilion umbrellas and nothing else."
OF_A_TOKEN = 40  # its last characters, which no other has


def test_no_words_no_address_and_no_token_are_in_any_log_trace_or_metric(stranger: Person, platform: Platform) -> None:
    stranger.sign_in(platform.another_person(EMAIL))
    make_persona(stranger)
    session_id = stranger.start_talk("en-US")
    greeting = stranger.hear_greeting()
    _, entry = stranger.api("/api/token", "POST", {"session_id": session_id})
    answers = [stranger.type(TYPED), stranger.ask(ASKED, "rms").answer]
    understood = stranger.lines("user")
    stranger.hang_up()
    assert (
        stranger.api(f"/api/sessions/{session_id}/feedback", "PUT", {"thumb": "up", "note": NOTE})[0] == HTTPStatus.OK
    )
    assert stranger.evaluation(session_id)["status"] == "judged"

    told = everything_told(platform)

    room = jwt.decode(entry["token"], options={"verify_signature": False})["video"]["room"]
    speaking_of_it = {place.split("/")[0].split(" ")[0] for name in (session_id, room) for place in where(told, name)}
    assert {"log", "logs", "traces"} <= speaking_of_it, "what was looked through is not of this talk"
    private = {
        "an address": EMAIL,
        "a note": NOTE,
        "a prompt": PROMPT,
        "what was asked": ASKED,
        "the greeting": greeting,
    }
    private |= {f"answer {number}": answer for number, answer in enumerate(answers)}
    private |= {f"question {number}": line for number, line in enumerate(understood)}
    private |= {"the way in": stranger.access_token()[-OF_A_TOKEN:], "the room's pass": entry["token"][-OF_A_TOKEN:]}
    assert {what: places for what, words in private.items() if (places := where(told, words))} == {}


def make_persona(person: Person) -> None:
    answer = person.page.request.post(
        f"{person.origin.rstrip('/')}/api/personas",
        headers={"authorization": f"Bearer {person.access_token()}", "idempotency-key": "a-persona-0001"},
        data={"name": "Seller", "languages": ["en-US"], "instructions": PROMPT},
    )
    assert answer.status == HTTPStatus.CREATED
