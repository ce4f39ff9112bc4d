"""`python -m bench.questions`: how many of the sixty unseen questions the laptop's brain answers, typed and spoken.

Spoken is three voices through Opus and our recogniser, without a browser or a room: some two minutes. It prints sums
alone: whoever reads which question failed would mend that one, and the sixty would measure nothing any more. `ours` are
the paraphrases that may be read one by one.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from agent_container.brain.brain import Brain
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Question, Said
from bench.paraphrases import Paraphrase, read_paraphrases, refusals
from bench.recordings import Listener
from echosphere.domain.language import Language
from tests.end_to_end.questions import QUESTIONS
from tests.end_to_end.questions import Question as Unseen
from tests.end_to_end.speech import VOICES

ENGLISH = Language.ENGLISH
OUTCOMES = ("at once", "after yes", "refused", "misheard", "wrong")


def main() -> None:
    brain = Brain(ENGLISH)
    listener = Listener()
    rows = {"ours": measured(brain, read_paraphrases(), str), "typed": measured(brain, QUESTIONS, str)}
    for voice in VOICES:
        rows[voice] = measured(brain, QUESTIONS, partial(heard, brain, listener, voice))
    listener.close()
    rows["spoken"] = sum((rows[voice] for voice in VOICES), Counter[str]())
    print(f"{'':8}" + "".join(f"{outcome:>12}" for outcome in OUTCOMES))
    for name, counts in rows.items():
        print(f"{name:8}" + "".join(f"{_cell(counts, outcome):>12}" for outcome in OUTCOMES))


def measured(brain: Brain, unseen: Iterable[Unseen | Paraphrase], hear: Callable[[str], str]) -> Counter[str]:
    return Counter(outcome_of(brain, question, hear(question.text)) for question in unseen)


def heard(brain: Brain, listener: Listener, voice: str, text: str) -> str:
    guesses = listener.hear(text, voice)
    return brain.most_familiar(guesses) if guesses else ""


def outcome_of(brain: Brain, question: Unseen | Paraphrase, text: str) -> str:
    answer = brain.find(_asked(text)).text
    if answer.startswith(phrase("did you ask", ENGLISH, title="").rstrip()):
        confirmed = brain.find(_asked("yes", after=(answer,))).text
        return "after yes" if question.is_answered_by(confirmed) else "refused"
    if question.is_answered_by(answer):
        return "at once"
    if answer in refusals():
        return "refused"
    return "wrong" if _bare(text) == _bare(question.text) else "misheard"


def _bare(text: str) -> str:
    return text.lower().strip("?.!")


def _asked(text: str, *, after: tuple[str, ...] = ()) -> Question:
    now = datetime.now().astimezone()
    before = tuple(Said("assistant", answer, now) for answer in after)
    return Question(text=text, language=ENGLISH, now=now, said_before=before)


def _cell(counts: Counter[str], outcome: str) -> str:
    return f"{counts[outcome]} ({counts[outcome] / counts.total():.0%})"


if __name__ == "__main__":
    main()
