"""A person in front of the page: signs in, talks, types, listens, hangs up."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Locator, Page, expect

from local.demo_person import Person as Credentials
from tests.end_to_end.speech import spoken

EARS_AND_MOUTH = Path(__file__).with_name("ears_and_mouth.js")
LOUD = 0.01  # root mean square of full scale: far above comfort noise, far below speech
ANSWER_MS = 30_000
# Ten seconds in its queue, and a function that starts cold on a busy machine.
JUDGED_MS = 60_000
UNTIL_JUDGED = """async ([path, token, within]) => {
  const end = Date.now() + within, headers = { authorization: `Bearer ${token}` };
  for (;;) {
    const body = await (await fetch(path, { headers })).json();
    if (body.status !== "pending" || Date.now() > end) return body;
    await new Promise((later) => setTimeout(later, 500));
  }
}"""


@dataclass(frozen=True)
class Heard:
    """One question and what came of it. Times in milliseconds of the page's clock."""

    understood: str
    answer: str
    asked_until: float
    answered_from: float | None

    @property
    def voice_to_voice_ms(self) -> float | None:
        return None if self.answered_from is None else self.answered_from - self.asked_until


class Person:
    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin

    def sign_in(self, credentials: Credentials) -> None:
        self.page.goto(self.origin)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.locator("input[name=username]").fill(credentials.email)
        self.page.locator("input[name=password]").fill(credentials.password)
        self.page.locator("input[name=password]").press("Enter")
        expect(self.start_button).to_be_visible(timeout=15_000)

    @property
    def start_button(self) -> Locator:
        return self.page.get_by_role("button", name="Start talking")

    def start_talk(self, language: str = "en-US") -> str:
        """Returns the session's id."""
        self.choose_language(language)
        self.start_button.click()
        self.page.wait_for_url("**/talk/*", timeout=15_000)
        return self.page.url.rsplit("/", 1)[1]

    def choose_language(self, language: str) -> None:
        self.page.get_by_label("Language of the talk").select_option(language)

    def wait_until(self, state: str, timeout_ms: float = ANSWER_MS) -> None:
        expect(self.page.locator(f"[data-agent-state={state}]")).to_be_visible(timeout=timeout_ms)

    def hear_greeting(self) -> str:
        self.wait_for_lines("assistant", 1)
        self.wait_until("listening")
        return self.lines("assistant")[0]

    def lines(self, role: str) -> list[str]:
        """The final lines of the live transcript."""
        return self._final(role).locator("[data-message-text]").all_inner_texts()

    def wait_for_lines(self, role: str, count: int) -> None:
        expect(self._final(role)).to_have_count(count, timeout=ANSWER_MS)

    def wait_for_line(self, role: str, words: str, timeout_ms: float = ANSWER_MS) -> None:
        expect(self._final(role).filter(has_text=words).last).to_be_visible(timeout=timeout_ms)

    def _final(self, role: str) -> Locator:
        return self.page.locator(f"[data-message-role={role}][data-final=true]")

    def type(self, text: str) -> str:
        """Types a question and returns the answer, when it has been said to its end."""
        answers = len(self.lines("assistant"))
        self.write(text)
        return self._answer_after(answers)

    def write(self, text: str) -> None:
        """Types a line, whatever becomes of it."""
        self.page.get_by_label("Message", exact=True).fill(text)
        self.page.keyboard.press("Enter")

    def ask(self, question: str, voice: str) -> Heard:
        """Asks aloud when the agent listens, and returns what was understood and answered."""
        self.wait_until("listening")
        answers, questions = len(self.lines("assistant")), len(self.lines("user"))
        asked_until = self.speak(question, voice)
        answer = self._answer_after(answers)
        understood = " ".join(self.lines("user")[questions:])
        return Heard(understood, answer, asked_until, self.heard_from(asked_until))

    def speak(self, text: str, voice: str) -> float:
        """Speaks, whatever goes on. Returns when the last sound was, on the page's clock."""
        ended_at: float = self.page.evaluate("wav => window.__talk.say(wav)", spoken(text, voice))
        return ended_at

    def _answer_after(self, answers: int) -> str:
        self.wait_for_lines("assistant", answers + 1)
        self.wait_until("listening")
        return self.lines("assistant")[answers]

    def heard_from(self, moment_ms: float) -> float | None:
        """When the page first heard something after that moment."""
        heard: list[list[float]] = self.page.evaluate("window.__talk.heard")
        return next((at for at, energy in heard if at >= moment_ms and energy > LOUD), None)

    def hang_up(self) -> None:
        self.page.get_by_role("button", name="Hang up").click()
        self.page.wait_for_url("**/sessions/*", timeout=15_000)

    def api(self, path: str, method: str = "GET", body: object = None) -> tuple[int, Any]:
        """Asks the API with the page's own token. Returns status and JSON."""
        return self.request(path, self.access_token(), method, body)

    def request(self, path: str, token: str | None, method: str = "GET", body: object = None) -> tuple[int, Any]:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        answer = self.page.request.fetch(urljoin(self.origin, path), method=method, headers=headers, data=body)
        return answer.status, json.loads(answer.text() or "null")

    def evaluation(self, session_id: str) -> Any:  # noqa: ANN401  # foreign JSON
        """What is said of a talk that has ended, as soon as it is said."""
        path = f"/api/sessions/{session_id}/evaluation"
        return self.page.evaluate(UNTIL_JUDGED, [path, self.access_token(), JUDGED_MS])

    def sockets(self) -> list[str]:
        """Each address to which the page has opened a web socket."""
        opened: list[str] = self.page.evaluate("window.__talk.sockets")
        return opened

    def access_token(self) -> str:
        stored: list[str] = self.page.evaluate("Object.values(sessionStorage)")
        (token,) = (json.loads(value)["access_token"] for value in stored if '"access_token"' in value)
        return str(token)
