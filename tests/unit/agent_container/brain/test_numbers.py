from fractions import Fraction

import pytest

from agent_container.brain.numbers import (
    is_spoken_exactly,
    number_words_to_digits,
    split_words,
    spoken,
    with_numbers,
)

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
