"""Answers from the handbook."""

from agent_container.brain.handbook import read_handbook
from agent_container.brain.question import Answer, Question


def answer(question: Question) -> Answer:
    answers = {entry.title: entry.answer for entry in read_handbook(question.language)}
    title, likeness = question.most_like(*answers)
    return Answer(answers[title], likeness)
