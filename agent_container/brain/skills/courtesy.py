"""Hello, thanks, goodbye."""

from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Question

TITLES = ("hello", "how are you", "thanks", "goodbye", "can you hear me", "yes", "no", "sorry")


def answer(question: Question) -> Answer:
    title, likeness = question.most_like(*TITLES)
    return Answer(phrase(title, question.language), likeness)
