"""The time and the date, said with the time zone of the machine that answers."""

from datetime import timedelta

from babel.dates import format_date, format_time

from agent_container.brain.features import words_in
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Question

TIME, DATE = "time of day", "date"
TOMORROW = {"tomorrow", "amanhã", "明日"}
YESTERDAY = {"yesterday", "ontem", "昨日"}


def answer(question: Question) -> Answer:
    title, likeness = question.most_like(TIME, DATE)
    return Answer(_time(question) if title == TIME else _date(question), likeness)


def _time(question: Question) -> str:
    locale = question.language.replace("-", "_")
    time = format_time(question.now, format="short", locale=locale).replace("\u202f", " ")
    return phrase("time", question.language, time=time, zone=question.now.tzname())


def _date(question: Question) -> str:
    words = set(words_in(question.text, question.language))
    day, days = "today", 0
    if words & TOMORROW:
        day, days = "tomorrow", 1
    elif words & YESTERDAY:
        day, days = "yesterday", -1
    date = format_date(question.now + timedelta(days=days), format="full", locale=question.language.replace("-", "_"))
    return phrase(f"date {day}", question.language, date=date)
