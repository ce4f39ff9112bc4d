import pytest

from agent_container.brain.portuguese_numbers import portuguese_numbers_to_digits

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("zero", "0"),
        ("Catorze", "14"),
        ("vinte e um", "21"),
        ("cem", "100"),
        ("cento e vinte e três", "123"),
        ("duzentas e duas", "202"),
        ("mil", "1000"),
        ("mil duzentos e trinta e quatro", "1234"),
        ("dois mil e cinco", "2005"),
        ("um milhão", "1000000"),
        ("três milhões duzentos mil", "3200000"),
        ("3 milhões", "3000000"),
        ("três vírgula dois cinco", "3.25"),
    ],
)
def test_a_number_in_words_is_one_number(words: str, digits: str) -> None:
    assert portuguese_numbers_to_digits(words) == digits


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("dois e três", "2 e 3"),
        ("trinta e quarenta", "30 e 40"),
        ("vinte e doze", "20 e 12"),
        ("cento e duzentos", "100 e 200"),
        ("zero dois", "0 2"),
        ("mil mil", "1000 1000"),
        ("dois milhões e meio", "2000000 e meio"),
    ],
)
def test_numbers_that_do_not_go_together_stay_apart(words: str, digits: str) -> None:
    assert portuguese_numbers_to_digits(words) == digits


def test_other_words_are_kept() -> None:
    assert portuguese_numbers_to_digits("Quanto é doze vezes 3.5?") == "quanto é 12 vezes 3.5 ?"


def test_a_percentage_holds_no_hundred() -> None:
    assert portuguese_numbers_to_digits("vinte por cento de cem") == "20 % de 100"


@pytest.mark.parametrize("text", ["", "e", "vírgula", "Olá, EchoSphere!"])
def test_a_text_without_numbers_stays_as_it_is(text: str) -> None:
    assert portuguese_numbers_to_digits(text) == text
