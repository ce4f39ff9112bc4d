"""Sums, as one says them: "what is twenty percent of fifty", "add nineteen and four", "12 * 7"."""

import ast
import re
from collections.abc import Callable
from fractions import Fraction
from math import isqrt
from operator import add, mul, sub, truediv

from agent_container.brain.numbers import (
    is_spoken_exactly,
    number_words_to_digits,
    spoken_in,
    with_plain_numbers,
    written_in,
)
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Question
from agent_container.brain.skills.sum_words import (
    FILLERS,
    IN_WORDS,
    MISHEARD,
    MISHEARD_FIRST,
    MISHEARD_LAST,
    MISHEARD_WHAT,
    SAYINGS,
    VERBS,
)
from echosphere.domain.language import Language

SURE = 1.0
MENDED = 0.9  # whoever heard the number itself, even as the last of ten guesses, is believed first
LARGEST_POWER = 64
LARGEST = 10**20  # of any step: just above two to the power of sixty four
MOST_OPERATIONS = 50

NUMBER = r"\d+(?:\.\d+)?"
OPERAND = rf"(?:(?:half|third|quarter|double|triple|{NUMBER} %) )*(?:sqrt )?{NUMBER}(?: \^[23])?"
POWER = rf"{OPERAND}(?: \^ {OPERAND})*"
SUM = re.compile(rf"{OPERAND}(?: [-+*/^] {OPERAND}){{0,{MOST_OPERATIONS}}}")
WORD = re.compile(r"[^\W\d_]+")
PUNCTUATION = re.compile(r"[\s?!.,:;=()\"'’¿¡？！。、＝…「」]*")  # what may stand around a sum: no digit, no operator
HALF_A_NUMBER = re.compile(r"(?<!\d)[.,]\d")  # ".5"
TOO_MANY_DIGITS = re.compile(r"\d{31}")
IS_MORE_THAN_A_NUMBER = re.compile(r"[-+*/^%a-z]")


class TooLarge(ArithmeticError):
    """A number that nobody wants to hear."""


class NotWhole(ArithmeticError):
    """A power like 4 ^ 0.5, which is a root."""


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1:
        raise NotWhole
    if abs(exponent) > LARGEST_POWER:
        raise TooLarge
    return base**exponent.numerator


OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
    ast.Pow: _power,
}


def answer(question: Question) -> Answer | None:
    """None also when other words or numbers stand around the sum: it was misheard, or is not what was asked."""
    written = with_plain_numbers(question.text, question.language)
    if HALF_A_NUMBER.search(written):
        return None
    said = in_symbols(written)
    if asked := _asked(said):
        return Answer(_say(asked, question), SURE)
    # What is not English was typed, or heard by ears that make other mistakes.
    if question.language is Language.ENGLISH and (asked := _asked(with_words_mended(said))):
        return Answer(_say(asked, question), MENDED)
    return None


def _asked(text: str) -> str | None:
    sums = [found for found in SUM.finditer(text) if IS_MORE_THAN_A_NUMBER.search(found.group())]
    if not sums:
        return None
    longest = max(sums, key=lambda found: len(found.group()))
    return longest.group() if _is_all_that_was_asked(text[: longest.start()] + " " + text[longest.end() :]) else None


def _is_all_that_was_asked(around: str) -> bool:
    return not set(WORD.findall(around)) - FILLERS and bool(PUNCTUATION.fullmatch(WORD.sub(" ", around)))


def in_symbols(text: str) -> str:
    """ "what is twelve times seven" → "what is 12 * 7"."""
    text = f" {number_words_to_digits(text.lower())} "
    # From a number's first digit only: tried from each of them, five thousand digits stop the agent for a second.
    text = re.sub(rf"(?<!\d)({NUMBER})\s*([-+*/^×÷])\s*(?={NUMBER})", r"\1 \2 ", text)
    text = re.sub(rf"(?<!\d)({NUMBER})\s*%(?:\s+(?:of|de))?", r"\1 %", text)
    for saying, symbol in SAYINGS:
        text = text.replace(saying, symbol)
    for verb, order in VERBS:
        text = re.sub(rf"(?<![-+*/^%] )(?:{verb.format(NUMBER=NUMBER)})(?![\d.]| [*/^%])", order, text)
    return " ".join(text.split())


def with_words_mended(text: str) -> str:
    """ "why is 12 * well" → "what is 12 * 12"."""
    text = re.sub(rf"^(?:{'|'.join(MISHEARD_WHAT)})(?= is )", "what", text)
    text = re.sub(r"(?<=[-+*/^] )\w+", lambda found: MISHEARD.get(found.group(), found.group()), text)
    text = re.sub(r"(?<=[-+*/^] )\w+$", lambda found: MISHEARD_LAST.get(found.group(), found.group()), text)
    return re.sub(r"(?<=is )\w+(?= [-+*/^] )", lambda found: MISHEARD_FIRST.get(found.group(), found.group()), text)


def evaluate(expression: str) -> Fraction:
    """Raises ZeroDivisionError, TooLarge, NotWhole."""
    if TOO_MANY_DIGITS.search(expression):
        raise TooLarge
    # "half of 4" is one operand: without brackets, 10 / half of 4 would be 10 / 1/2 * 4.
    expression = re.sub(POWER, r"(\g<0>)", expression)
    expression = re.sub(rf" \^ ({OPERAND})", r" ^ (\1)", expression)
    expression = re.sub(rf"({NUMBER}) % ", r"\1/100*", expression)
    for word, factor in {"half": "1/2*", "third": "1/3*", "quarter": "1/4*", "double": "2*", "triple": "3*"}.items():
        expression = expression.replace(f"{word} ", factor)
    expression = re.sub(rf"sqrt ({NUMBER})", lambda found: str(_root(found.group(1))), expression)
    return _evaluate(ast.parse(expression.replace("^", "**"), mode="eval").body)


def _evaluate(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as value):
            return Fraction(str(value))
        case ast.BinOp(left=left, op=operator, right=right):
            return _limited(OPERATORS[type(operator)](_evaluate(left), _evaluate(right)))
    raise TooLarge  # nothing else comes out of SUM


def _limited(value: Fraction) -> Fraction:
    if abs(value) > LARGEST:
        raise TooLarge
    return value


def _root(number: str) -> float | int:
    value = Fraction(number)
    exact = isqrt(value.numerator)
    return exact if value == exact * exact else round(float(value) ** 0.5, 6)


def _say(expression: str, question: Question) -> str:
    in_words = written_in(expression, question.language)
    for symbol, words in IN_WORDS[question.language]:
        in_words = in_words.replace(symbol, words)
    try:
        value = evaluate(expression)
    except ZeroDivisionError:
        return phrase("division by zero", question.language)
    except TooLarge:
        return phrase("too large", question.language)
    except NotWhole:
        return phrase("power not whole", question.language)
    name = "sum" if is_spoken_exactly(value) else "sum, about"
    return phrase(name, question.language, sum=in_words, value=spoken_in(value, question.language))
