from fractions import Fraction

import pytest

from agent_container.brain.numbers import (
    is_spoken_exactly,
    number_words_to_digits,
    split_words,
    spoken,
    spoken_in,
    with_numbers,
    with_plain_numbers,
)
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("zero", 0),
        ("nineteen", 19),
        ("ninety nine", 99),
        ("a hundred", None),
        ("one hundred and forty four", 144),
        ("two thousand and six", 2006),
        ("three million two hundred thousand", 3_200_000),
        ("three point two five", Fraction(13, 4)),
        ("2.5", Fraction(5, 2)),
        ("3 million", 3_000_000),
    ],
)
def test_a_spoken_number_is_one_number(words: str, value: int | Fraction | None) -> None:
    tokens = with_numbers(words.split())

    assert tokens == ([Fraction(value)] if value is not None else ["a", Fraction(100)])


@pytest.mark.parametrize(
    ("words", "values"),
    [("two two", [2, 2]), ("four twenty", [4, 20]), ("two and three", [2, "and", 3]), ("hundred and", [100, "and"])],
)
def test_numbers_that_do_not_go_together_stay_apart(words: str, values: list[int | str]) -> None:
    assert with_numbers(words.split()) == values


def test_a_point_without_digits_is_a_word() -> None:
    assert with_numbers(["three", "point", "taken"]) == [3, "point", "taken"]


def test_words_that_are_no_numbers_are_kept() -> None:
    assert number_words_to_digits("Add nineteen and two point five") == "add 19 and 2.5"


def test_numbers_words_and_signs_are_parted() -> None:
    assert split_words("Twenty-four, 10km + 3.5?") == ["twenty", "four", ",", "10", "km", "+", "3.5", "?"]


def test_a_whole_number_is_said_as_it_is() -> None:
    for value in range(-1_000, 10_000, 37):
        assert spoken(Fraction(value)) == str(value) and is_spoken_exactly(Fraction(value))


@pytest.mark.parametrize(
    ("value", "words"),
    [(Fraction(7, 2), "3.5"), (Fraction(10, 3), "3.33"), (Fraction(1, 3), "0.3333"), (Fraction(-1, 2), "-0.5")],
)
def test_a_fraction_is_said_with_few_decimals(value: Fraction, words: str) -> None:
    assert spoken(value) == words


def test_what_was_rounded_is_known_to_be_rounded() -> None:
    assert is_spoken_exactly(Fraction(1, 4)) and not is_spoken_exactly(Fraction(1, 3))


def test_portuguese_has_a_decimal_comma() -> None:
    assert [spoken_in(Fraction(10, 3), language) for language in Language] == [
        "3,33" if language is Language.PORTUGUESE else "3.33" for language in Language
    ]


@pytest.mark.parametrize(
    ("written", "language", "plain"),
    [
        ("1,000,000.5", Language.ENGLISH, "1000000.5"),
        ("1,000足す5", Language.JAPANESE, "1000足す5"),
        ("1.000.000,5", Language.PORTUGUESE, "1000000.5"),
        ("0.500", Language.PORTUGUESE, "0.500"),
    ],
)
def test_grouping_and_decimal_signs_are_read_by_language(written: str, language: Language, plain: str) -> None:
    assert with_plain_numbers(written, language) == plain


@pytest.mark.parametrize("text", ["1,00", "1,0000", "0,500", "10,000,00", "1,2"])
def test_commas_that_group_nothing_are_left_as_they_are(text: str) -> None:
    assert with_plain_numbers(text, Language.ENGLISH) == text


def test_digits_without_end_are_no_number() -> None:
    assert with_numbers(["9" * 5000]) == ["9" * 5000]
