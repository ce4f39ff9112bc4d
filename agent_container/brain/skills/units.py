"""Conversions: "how many feet are in a mile", "convert five kilograms to pounds", "10 km in miles"."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

import pint

from agent_container.brain.numbers import (
    Token,
    is_spoken_exactly,
    split_words,
    spoken_in,
    with_numbers,
    with_plain_numbers,
)
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Question
from agent_container.brain.skills.unit_words import DEGREE_WORDS, FILLERS, UNIT_OF, spoken_unit

SURE = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    unit: str
    amount: Fraction | None


def answer(question: Question) -> Answer | None:
    """None also when other words or numbers stand around the units: misheard, or not what was asked."""
    tokens = with_numbers(split_words(with_plain_numbers(question.text, question.language)))
    mentions = mentions_in(tokens)
    if not mentions or any(is_foreign(token) for token in tokens) or count_numbers(tokens) > 1:
        return None
    source = next((mention for mention in mentions if mention.amount is not None), mentions[-1])
    target = next((mention.unit for mention in mentions if mention.unit != source.unit), None)
    if target is None:
        return None
    amount = Fraction(1) if source.amount is None else source.amount
    try:
        value = convert(amount, source.unit, target)
    except pint.DimensionalityError:
        return None
    return Answer(_say(amount, source.unit, value, target, question), SURE)


def mentions_in(tokens: list[Token]) -> list[Mention]:
    """Each unit with the number before it, if there is one. "A mile" is one mile."""
    mentions: list[Mention] = []
    amount: Fraction | None = None
    for word in tokens:
        if isinstance(word, Fraction):
            amount = word
        elif word in ("a", "an"):
            amount = Fraction(1)
        elif unit := UNIT_OF.get(word):
            mentions.append(Mention(unit, amount))
            amount = None
        elif word not in DEGREE_WORDS:
            amount = None
    return mentions


def count_numbers(tokens: list[Token]) -> int:
    """Of "five feet three inches" no part is the amount that was meant."""
    return sum(isinstance(token, Fraction) for token in tokens)


def is_foreign(token: Token) -> bool:
    return isinstance(token, str) and token.isalpha() and token not in FILLERS | UNIT_OF.keys() | DEGREE_WORDS


def convert(amount: Fraction, source: str, target: str) -> Fraction:
    """Raises pint.DimensionalityError."""
    converted = _registry().Quantity(float(amount), source).to(target)
    return Fraction(str(round(float(converted.magnitude), 9)))


def _say(amount: Fraction, source: str, value: Fraction, target: str, question: Question) -> str:
    name = "conversion" if is_spoken_exactly(value) else "conversion, about"
    return phrase(
        name,
        question.language,
        amount=spoken_in(amount, question.language),
        source=spoken_unit(source, is_one=amount == 1),
        value=spoken_in(value, question.language),
        target=spoken_unit(target, is_one=value == 1),
    )


@cache
def _registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry()
