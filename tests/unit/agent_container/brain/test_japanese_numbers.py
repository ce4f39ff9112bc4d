import pytest

from agent_container.brain.japanese_numbers import japanese_numbers_to_digits

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("numerals", "digits"),
    [
        ("〇", "0"),
        ("七", "7"),
        ("十二", "12"),
        ("二十", "20"),
        ("百五", "105"),
        ("千二百三十四", "1234"),
        ("二五", "25"),
        ("五万", "50000"),
        ("一億二千万", "120000000"),
        ("3千5百", "3500"),
        ("２万", "20000"),
        ("三点一四", "3.14"),
    ],
)
def test_numerals_are_one_number(numerals: str, digits: str) -> None:
    assert japanese_numbers_to_digits(numerals) == digits


def test_what_stands_around_a_number_is_kept() -> None:
    assert japanese_numbers_to_digits("十二かける七は？") == "12かける7は？"


@pytest.mark.parametrize("text", ["", "十百", "3足す4", "３点", "質問"])
def test_what_is_no_number_or_is_one_already_stays_as_it_is(text: str) -> None:
    assert japanese_numbers_to_digits(text) == text
