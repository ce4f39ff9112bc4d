"""A "yes" after "did you ask …?" is answered with what was meant."""

from agent_container.brain.handbook import read_handbook
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Question

SLIGHTLY_MORE = 0.1  # than the courtesy that "yes" would otherwise be


def answer(question: Question) -> Answer | None:
    if not (answered := question.answered()):
        return None
    for entry in read_handbook(question.language):
        if answered[-1].text == phrase("did you ask", question.language, title=entry.title):
            return Answer(entry.answer, question.likeness["yes"] + SLIGHTLY_MORE)
    return None
