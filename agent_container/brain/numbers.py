"""Spoken numbers: "one hundred and forty four" is 144, "three point five" is 7/2, "half" is 1/2."""

import re
from collections.abc import Sequence
from fractions import Fraction

from agent_container.brain.japanese_numbers import japanese_numbers_to_digits
from agent_container.brain.portuguese_numbers import portuguese_numbers_to_digits
from echosphere.domain.language import Language

_UNITS = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
DIGITS = {word: value for value, word in enumerate(_UNITS.split()) if value < len("0123456789")}
SMALL = {word: value for value, word in enumerate(_UNITS.split())}
SMALL |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), 2)}
TENS = range(20, 100, 10)
HUNDRED = 100
LARGE = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
WRITTEN = re.compile(r"\d{1,30}(?:\.\d{1,30})?")  # longer ones are no numbers that anybody says
GROUPED = {
    separator: re.compile(rf"(?<![\d.,])[1-9]\d{{0,2}}(?:[{separator}]\d{{3}})+(?!\d|[{separator}]\d)")
    for separator in ",."
}
DECIMAL_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![.,]?\d)")

Token = Fraction | str
"""A number, or a word that is none."""


def with_numbers(words: Sequence[str]) -> list[Token]:
    """The same words, with each run that is a number in one piece."""
    tokens: list[Token] = []
    start = 0
    while start < len(words):
        value, length = _number_at(words[start:])
        tokens.append(words[start] if value is None else value)
        start += max(length, 1)
    return tokens


def _number_at(words: Sequence[str]) -> tuple[Fraction | None, int]:
    """The number that these words begin with, and how many of them it takes. None, 0: they begin with none."""
    if words and WRITTEN.fullmatch(words[0]):
        return _scaled(Fraction(words[0]), words, 1)
    value, length = _whole_number_at(words)
    if value is None:
        return None, 0
    digits, count = _digits_after_point(words[length:])
    if count:
        return value + Fraction(f"0.{digits}"), length + count
    return Fraction(value), length


def _scaled(value: Fraction, words: Sequence[str], length: int) -> tuple[Fraction, int]:
    """ "3 million" """
    if length < len(words) and words[length] in LARGE:
        return value * LARGE[words[length]], length + 1
    return value, length


def _whole_number_at(words: Sequence[str]) -> tuple[int | None, int]:
    total, group, length, has_begun = 0, 0, 0, False
    for position, word in enumerate(words):
        if word in SMALL and _fits(group, SMALL[word]):
            group += SMALL[word]
        elif word == "hundred" and (0 < group < HUNDRED or not has_begun):
            group = max(group, 1) * HUNDRED
        elif word in LARGE and has_begun:
            total, group = total + max(group, 1) * LARGE[word], 0
        elif word == "and" and has_begun and group % HUNDRED == 0 and _goes_on(words, position):
            continue
        else:
            break
        has_begun, length = True, position + 1
    return (total + group, length) if has_begun else (None, 0)


def _fits(group: int, small: int) -> bool:
    """ "twenty four" and "hundred four" are one number each, "four twenty" and "two two" are two."""
    below = group % HUNDRED
    return below == 0 or (below in TENS and small in range(1, 10))


def _goes_on(words: Sequence[str], position: int) -> bool:
    """An "and" belongs to the number after hundred or thousand only: "two and three" are two numbers."""
    following = words[position + 1 : position + 2]
    return words[position - 1] in ("hundred", *LARGE) and bool(following) and following[0] in SMALL


def _digits_after_point(words: Sequence[str]) -> tuple[str, int]:
    if not words or words[0] != "point":
        return "", 0
    digits = ""
    for word in words[1:]:
        if word not in DIGITS:
            break
        digits += str(DIGITS[word])
    return digits, len(digits) + 1 if digits else 0


def spoken(value: Fraction) -> str:
    """With two decimals at most, four below one, and without thousands separators, which some voices read as commas."""
    if value.denominator == 1:
        return str(value.numerator)
    rounded = round(value, 2 if abs(value) >= 1 else 4)
    return f"{float(rounded):f}".rstrip("0").rstrip(".")


def spoken_in(value: Fraction, language: Language) -> str:
    return written_in(spoken(value), language)


def written_in(text: str, language: Language) -> str:
    """Portuguese has a decimal comma: 3,33."""
    return text.replace(".", ",") if language is Language.PORTUGUESE else text


def with_plain_numbers(text: str, language: Language) -> str:
    """ "1,000.5", in Portuguese "1.000,5" → "1000.5". What is neither keeps its commas, and so is no number.

    Japanese and Portuguese number words become digits; the English ones stay for `with_numbers`."""
    separator = "." if language is Language.PORTUGUESE else ","
    text = GROUPED[separator].sub(lambda found: found.group().replace(separator, ""), text)
    if language is Language.PORTUGUESE:
        return portuguese_numbers_to_digits(DECIMAL_COMMA.sub(r"\1.\2", text))
    return japanese_numbers_to_digits(text) if language is Language.JAPANESE else text


def is_spoken_exactly(value: Fraction) -> bool:
    return Fraction(spoken(value)) == value


def number_words_to_digits(text: str) -> str:
    """ "add nineteen and four" → "add 19 and 4"."""
    return " ".join(token if isinstance(token, str) else _decimal(token) for token in with_numbers(split_words(text)))


def split_words(text: str) -> list[str]:
    """Lower case; numbers, words and signs apart: "10km" is two, "twenty-four" is two, "3.5" is one."""
    return re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+|[^\w\s]", re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text.lower()))


def _decimal(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else str(float(value))
