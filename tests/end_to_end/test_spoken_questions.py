"""Ten of sixty unseen questions, drawn anew in each run, asked aloud in three voices, as a person asks them.

The recogniser is small: of a hundred words of such questions it takes some twenty for others. So a person says
"yes" when asked back, and says it again when it was not caught. What must hold is that most questions are answered,
and that what was not understood is mostly refused rather than answered at random.
"""

import os
import random
from collections import Counter
from dataclasses import dataclass

import pytest

from tests.end_to_end.person import Heard, Person
from tests.end_to_end.questions import Question, drawn
from tests.end_to_end.speech import VOICES

pytestmark = pytest.mark.end_to_end

ASKED = 10
# From 180 recordings of all questions in all voices (`python -m bench.questions`): 81 % answered at once, 6 % after a
# "yes", 4 % when said again; 6 % answered as something else that was heard, 1 % wrongly though heard right; the rest
# refused. Each bound lies three deviations off: 9.1 - 2.7 and 0.7 + 2.4.
ANSWERED_AT_LEAST = 6
ANSWERED_AS_ANOTHER_AT_MOST = 4
REFUSALS = ("did not catch", "do not know", "not in my handbook", "not sure")


@dataclass(frozen=True)
class Asked:
    question: Question
    tries: tuple[Heard, ...]

    @property
    def outcome(self) -> str:
        last = self.tries[-1]
        if is_refusal(last):  # asked back, the right answer's words may stand in what was asked
            return "refused"
        if self.question.is_answered_by(last.answer):
            return "answered"
        return "wrong" if was_heard_right(self.question, last) else "misheard"


def test_most_unseen_questions_asked_aloud_are_answered_and_heard(
    person: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("QUESTIONS_SEED", random.SystemRandom().randrange(10**6)))
    person.start_talk("en-US")
    person.hear_greeting()

    talk = [ask(person, question, number) for number, question in enumerate(drawn(seed, ASKED))]

    person.hang_up()
    with capsys.disabled():
        report(seed, talk)
    outcomes = Counter(asked.outcome for asked in talk)
    assert all(heard.answered_from is not None for asked in talk for heard in asked.tries), "an answer was not heard"
    assert outcomes["answered"] >= ANSWERED_AT_LEAST, outcomes
    assert outcomes["misheard"] + outcomes["wrong"] <= ANSWERED_AS_ANOTHER_AT_MOST, outcomes


def ask(person: Person, question: Question, number: int) -> Asked:
    first = person.ask(question.text, VOICES[number % len(VOICES)])
    if "Did you ask" in first.answer:
        confirmed = person.ask("Yes.", "rms")
        if question.is_answered_by(confirmed.answer):
            return Asked(question, (first, confirmed))
    elif not is_refusal(first):
        return Asked(question, (first,))
    return Asked(question, (first, person.ask(question.text, VOICES[(number + 1) % len(VOICES)])))


def is_refusal(heard: Heard) -> bool:
    return any(refusal in heard.answer.lower() for refusal in REFUSALS)


def was_heard_right(question: Question, heard: Heard) -> bool:
    return heard.understood.lower() == question.text.lower().strip("?.!")


def report(seed: int, talk: list[Asked]) -> None:
    print(f"\nseed {seed} (QUESTIONS_SEED={seed} asks the same again)")
    for asked in talk:
        print(f"  {asked.outcome:8}  {asked.question.text}")
        for heard in asked.tries:
            took = f"{heard.voice_to_voice_ms:.0f} ms" if heard.voice_to_voice_ms is not None else "unheard"
            print(f"  {took:>8}  heard: {heard.understood}  ->  {heard.answer[:60]}")
    print(" ", dict(Counter(asked.outcome for asked in talk)))
