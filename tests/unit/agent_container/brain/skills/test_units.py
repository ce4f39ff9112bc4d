from fractions import Fraction

import pint
import pytest

from agent_container.brain.numbers import split_words, with_numbers
from agent_container.brain.skills.units import Mention, answer, convert, mentions_in
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import question

pytestmark = pytest.mark.unit


def said(text: str, language: Language = Language.ENGLISH) -> str | None:
    found = answer(question(text, language))
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("how many meters are in three kilometers", "3 kilometers is 3000 meters."),
        ("how many inches are there in a foot", "1 foot is 12 inches."),
        ("convert two hours to minutes", "2 hours is 120 minutes."),
        ("twenty celsius in fahrenheit", "20 degrees Celsius is 68 degrees Fahrenheit."),
        ("what is 8 km in miles", "8 kilometers is about 4.97 miles."),
    ],
)
def test_a_spoken_conversion_is_worked_out(text: str, sentence: str) -> None:
    assert said(text) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "convert a kilogram to seconds",
        "convert five gallons",
        "how many zorps are in a mile",
        "wait a second",
        "convert five feet three inches to centimeters",
        "1,00 km in miles",
        "one pound of apples in kilograms",
        "",
    ],
)
def test_what_cannot_be_converted_is_not_guessed(text: str) -> None:
    assert said(text) is None


def test_a_grouped_amount_is_one_number() -> None:
    assert said("1,000 km in miles") == "1000 kilometers is about 621.37 miles."


def test_a_portuguese_conversion_has_decimal_commas() -> None:
    spoken = said("2,5 km in miles", Language.PORTUGUESE)

    assert spoken is not None and "2,5 " in spoken and " 1,55 " in spoken and "." not in spoken.removesuffix(".")


def test_each_unit_is_mentioned_with_the_number_before_it() -> None:
    tokens = with_numbers(split_words("a mile, two feet, inches"))

    assert mentions_in(tokens) == [
        Mention("mile", Fraction(1)),
        Mention("foot", Fraction(2)),
        Mention("inch", None),
    ]


def test_a_conversion_and_its_way_back_cancel_out() -> None:
    assert convert(convert(Fraction(42), "pound", "kilogram"), "kilogram", "pound") == pytest.approx(42)


def test_a_weight_is_no_duration() -> None:
    with pytest.raises(pint.DimensionalityError):
        convert(Fraction(1), "kilogram", "second")
