"""The offline brain: asks every skill, and takes the answer that is most certain, if it is certain enough."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from statistics import fmean

from agent_container.brain.handbook import read_cues, read_handbook
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Found, Question
from agent_container.brain.recognition import Recognition
from agent_container.brain.skills import GIVE_RESULTS, SKILLS
from echosphere.domain.language import Language

# Measured on spoken development questions in three voices; see docs/agent.md.
SURE = 0.33
CLEAR = 0.05  # what the best must be ahead of the next best
PERHAPS = 0.2  # enough to ask back
RANK_PENALTY = 0.007  # what the recogniser's next best guess must gain to be preferred
AGREEMENT = 2  # what all guesses are like together, beside the one
NONE_OF_OURS = "something else"


@cache
def brain_for(language: Language) -> "Brain":
    """One for all talks of a process, since fitting takes a second and nothing of a talk stays in it."""
    return Brain(language)


class Brain:
    """For one language. Made before the talk: it fits its recognition when it is made."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._handbook = read_handbook(language)
        self._recognition = Recognition([*self._handbook, *read_cues(language)], language)

    def rehearse(self) -> None:
        """Loads what is loaded late: the units, the dictionary of sounds, the model of meanings."""
        self.most_familiar(["how many feet are in a mile"])

    def find(self, question: Question) -> Found:
        question = replace(question, likeness=self._recognition.likeness(question.text))
        skill, best = _best_answer(question)
        next_best = max(likeness for likeness in question.likeness.values() if likeness < best.certainty)
        if best.certainty >= max(SURE, next_best + CLEAR, question.likeness[NONE_OF_OURS]):
            return Found(best.text, skill, result=best.text if skill in GIVE_RESULTS else None)
        return self._doubt(question)

    def most_familiar(self, guesses: Sequence[str]) -> str:
        """Of several ways to have heard something, best first, the one that can be answered best.

        Most of them are wrong in a few words only, so that what they have in common was probably said."""
        likenesses = [self._recognition.likeness(guess) for guess in guesses]
        together = {title: fmean(likeness[title] for likeness in likenesses) for title in likenesses[0]}

        def familiarity(rank: int) -> float:
            likeness = {
                title: (value + AGREEMENT * together[title]) / (1 + AGREEMENT)
                for title, value in likenesses[rank].items()
            }
            now = datetime.now().astimezone()
            question = Question(text=guesses[rank], language=self.language, now=now, likeness=likeness)
            _, best = _best_answer(question)
            return best.certainty - RANK_PENALTY * rank

        return guesses[max(range(len(guesses)), key=familiarity)]

    def _doubt(self, question: Question) -> Found:
        title, likeness = question.most_like(*(entry.title for entry in self._handbook))
        if likeness >= max(PERHAPS, question.likeness[NONE_OF_OURS]):
            return Found(phrase("did you ask", self.language, title=title), "ask_back")
        if question.likeness[NONE_OF_OURS] >= PERHAPS:
            return Found(phrase("unknown", self.language), "refuse")
        return Found(phrase("not understood", self.language), "not_understood")


def _best_answer(question: Question) -> tuple[str, Answer]:
    """With the name of the skill."""
    answers = [(name, answer) for name, skill in SKILLS.items() if (answer := skill(question)) is not None]
    return max(answers, key=lambda named: named[1].certainty)
