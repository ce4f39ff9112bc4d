"""What was said in this talk: by the person, and by the brain itself."""

from collections.abc import Callable

from agent_container.brain.ordinals import ordinal_in
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Question

TOPICS = 3  # how many questions a short look back names


def answer(question: Question) -> Answer:
    title, likeness = question.most_like(*RECALL)
    return Answer(RECALL[title](question), likeness)


def _earlier_question(question: Question) -> str:
    asked = question.asked()
    if not asked:
        return phrase("nothing asked before", question.language)
    number = ordinal_in(question.text, question.language) or 1
    if number > len(asked):
        return phrase("no such question", question.language, count=len(asked))
    name = "first question" if number == 1 else "earlier question"
    return phrase(name, question.language, text=asked[number - 1].text)


def _last_question(question: Question) -> str:
    if not (asked := question.asked()):
        return phrase("nothing asked before", question.language)
    return phrase("last question", question.language, text=asked[-1].text)


def _last_answer(question: Question) -> str:
    if not (answered := question.answered()):
        return phrase("nothing said", question.language)
    return phrase("last answer", question.language, text=answered[-1].text)


def _how_many_questions(question: Question) -> str:
    count = len(question.asked())
    return phrase("one question" if count == 1 else "how many questions", question.language, count=count)


def _how_long(question: Question) -> str:
    began = question.said_before[0].at if question.said_before else question.now
    minutes, seconds = divmod(round((question.now - began).total_seconds()), 60)
    return phrase("how long", question.language, minutes=minutes, seconds=seconds)


def _what_about(question: Question) -> str:
    if not (asked := question.asked()):
        return phrase("nothing asked before", question.language)
    return phrase("what about", question.language, texts="; ".join(said.text for said in asked[-TOPICS:]))


RECALL: dict[str, Callable[[Question], str]] = {
    "first question": _earlier_question,
    "last question": _last_question,
    "last answer": _last_answer,
    "how many questions": _how_many_questions,
    "how long": _how_long,
    "what about": _what_about,
}
