"""Sums, as one says them: "what is twenty percent of fifty", "add nineteen and four", "12 * 7"."""

import ast
import re
from collections.abc import Callable
from fractions import Fraction
from math import isqrt
from operator import add, mul, sub, truediv

from agent_container.brain.numbers import is_spoken_exactly, number_words_to_digits, spoken
from agent_container.brain.phrases import phrase
from agent_container.brain.question import Answer, Question
from agent_container.brain.skills.sum_words import FILLERS, IN_WORDS, MISHEARD, SAYINGS, VERBS

SURE = 1.0
LARGEST_POWER = 64

NUMBER = r"\d+(?:\.\d+)?"
OPERAND = rf"(?:(?:half|third|quarter|double|triple|sqrt|{NUMBER} %) )*{NUMBER}(?: \^[23])?"
SUM = re.compile(rf"{OPERAND}(?: [-+*/^] {OPERAND})*")
UNFINISHED = re.compile(r"(?<!\S)[-+*/^%](?!\S)")  # an operator whose number was not understood
IS_MORE_THAN_A_NUMBER = re.compile(r"[-+*/^%a-z]")
OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: add,
    ast.Sub: sub,
    ast.Mult: mul,
    ast.Div: truediv,
}


class TooLarge(ArithmeticError):
    """A power that nobody wants to hear."""


def answer(question: Question) -> Answer | None:
    """None also when other words stand around the sum: then it was misheard, or is not what was asked."""
    text = in_symbols(question.text)
    sums = [found.group() for found in SUM.finditer(text) if IS_MORE_THAN_A_NUMBER.search(found.group())]
    if not sums:
        return None
    asked = max(sums, key=len)
    around = text.replace(asked, " ")
    if UNFINISHED.search(around) or set(re.findall(r"[^\W\d_]+", around)) - FILLERS:
        return None
    return Answer(_say(asked, question), SURE)


def in_symbols(text: str) -> str:
    """ "what is twelve times seven" → "what is 12 * 7"."""
    text = f" {number_words_to_digits(text.lower())} "
    text = re.sub(rf"({NUMBER})\s*([-+*/^×÷])\s*(?={NUMBER})", r"\1 \2 ", text)
    text = re.sub(rf"({NUMBER})\s*%(?:\s+of)?", r"\1 %", text)
    for saying, symbol in SAYINGS:
        text = text.replace(saying, symbol)
    text = re.sub(r"(?<=[-+*/^] )(\w+)", lambda found: MISHEARD.get(found.group(), found.group()), text)
    for verb, order in VERBS:
        text = re.sub(verb.format(NUMBER=NUMBER), order, text)
    return " ".join(text.split())


def evaluate(expression: str) -> Fraction:
    """Raises ZeroDivisionError, TooLarge."""
    expression = re.sub(rf"({NUMBER}) % ", r"\1/100*", expression)
    for word, factor in {"half": "1/2*", "third": "1/3*", "quarter": "1/4*", "double": "2*", "triple": "3*"}.items():
        expression = expression.replace(f"{word} ", factor)
    expression = re.sub(rf"sqrt ({NUMBER})", lambda found: str(_root(found.group(1))), expression)
    return _evaluate(ast.parse(expression.replace("^", "**"), mode="eval").body)


def _evaluate(node: ast.expr) -> Fraction:
    match node:
        case ast.Constant(value=int() | float() as value):
            return Fraction(str(value))
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return _power(_evaluate(left), _evaluate(right))
        case ast.BinOp(left=left, op=operator, right=right):
            return OPERATORS[type(operator)](_evaluate(left), _evaluate(right))
    raise TooLarge  # nothing else comes out of SUM


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    if exponent.denominator != 1 or abs(exponent) > LARGEST_POWER or abs(base) > 10**6:
        raise TooLarge
    return base**exponent.numerator


def _root(number: str) -> float | int:
    value = Fraction(number)
    exact = isqrt(value.numerator)
    return exact if value == exact * exact else round(float(value) ** 0.5, 6)


def _say(expression: str, question: Question) -> str:
    in_words = expression
    for symbol, words in IN_WORDS[question.language]:
        in_words = in_words.replace(symbol, words)
    try:
        value = evaluate(expression)
    except ZeroDivisionError:
        return phrase("division by zero", question.language)
    except TooLarge:
        return phrase("too large", question.language)
    name = "sum" if is_spoken_exactly(value) else "sum, about"
    return phrase(name, question.language, sum=in_words, value=spoken(value))
