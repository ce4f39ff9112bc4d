from fractions import Fraction
from itertools import product

import pytest

from agent_container.brain.phrases import phrase
from agent_container.brain.skills.arithmetic import NotWhole, TooLarge, answer, evaluate, in_symbols
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import question

pytestmark = pytest.mark.unit


def said(text: str, language: Language = Language.ENGLISH) -> str | None:
    found = answer(question(text, language))
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("what is eleven plus fourteen", "11 plus 14 is 25."),
        ("how much is thirty minus nine", "30 minus 9 is 21."),
        ("thirteen times three", "13 times 3 is 39."),
        ("ninety divided by six", "90 divided by 6 is 15."),
        ("add eighteen and five", "18 plus 5 is 23."),
        ("subtract four from eleven", "11 minus 4 is 7."),
        ("take four away from eleven", "11 minus 4 is 7."),
        ("a third of eighteen", "a third of 18 is 6."),
        ("thirty percent of ninety", "30 percent of 90 is 27."),
        ("the square root of eighty one", "the square root of 81 is 9."),
        ("eight squared", "8 squared is 64."),
        ("two to the power of five", "2 to the power of 5 is 32."),
    ],
)
def test_a_spoken_sum_is_worked_out(text: str, sentence: str) -> None:
    assert said(text) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("3足す4は？", "3足す4は、7です。"),
        ("３たす４は？", "3足す4は、7です。"),
        ("10引く3", "10引く3は、7です。"),
        ("6かける7は？", "6かける7は、42です。"),
        ("12×3=？", "12かける3は、36です。"),
        ("100割る8は？", "100割る8は、12.5です。"),
        ("十二かける七はいくつですか", "12かける7は、84です。"),
        ("二万足す三千", "20000足す3000は、23000です。"),
    ],
)
def test_a_typed_japanese_sum_is_worked_out(text: str, sentence: str) -> None:
    assert said(text, Language.JAPANESE) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("quanto é 9 menos 4?", "9 menos 4 é 5."),
        ("quanto é 6 vezes 8?", "6 vezes 8 é 48."),
        ("20 dividido por 4", "20 dividido por 4 é 5."),
        ("doze vezes sete", "12 vezes 7 é 84."),
        ("quanto é cem menos trinta e três?", "100 menos 33 é 67."),
        ("Vinte por cento de cinquenta", "20 por cento de 50 é 10."),
        ("três ao quadrado", "3 ao quadrado é 9."),
    ],
)
def test_a_typed_portuguese_sum_is_worked_out(text: str, sentence: str) -> None:
    assert said(text, Language.PORTUGUESE) == sentence


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("what is ten divided by zero", Language.ENGLISH),
        ("0 / 0", Language.ENGLISH),
        ("10割る0は？", Language.JAPANESE),
        ("10 dividido por 0", Language.PORTUGUESE),
    ],
)
def test_a_sum_without_a_value_is_said_to_have_none(text: str, language: Language) -> None:
    assert said(text, language) == phrase("division by zero", language)


def test_a_power_that_nobody_wants_to_hear_is_declined() -> None:
    assert said("two to the power of ninety nine") == phrase("too large", Language.ENGLISH)


def test_a_rounded_value_is_said_to_be_rounded() -> None:
    assert said("ten divided by three") == "10 divided by 3 is about 3.33."


def test_times_goes_before_plus() -> None:
    assert said("two plus three times four") == "2 plus 3 times 4 is 14."


@pytest.mark.parametrize("heard", ["at nineteen and five", "and nineteen to five"])
def test_an_add_that_was_misheard_is_mended(heard: str) -> None:
    assert said(heard) == "19 plus 5 is 24."


@pytest.mark.parametrize(
    ("heard", "sentence"),
    [
        ("five plus for", "5 plus 4 is 9."),
        ("9 minus to", "9 minus 2 is 7."),
        ("but is twelve times well", "12 times 12 is 144."),
        ("why is twelve times seven", "12 times 7 is 84."),
        ("where is twelve plus nine", "12 plus 9 is 21."),
        ("what is three times a", "3 times 8 is 24."),
        ("what is a plus six", "8 plus 6 is 14."),
    ],
)
def test_a_number_that_was_misheard_beside_an_operator_is_mended(heard: str, sentence: str) -> None:
    assert said(heard) == sentence


@pytest.mark.parametrize(
    ("text", "language"),
    [("what is two times a number", Language.ENGLISH), ("quanto é 5 menos a", Language.PORTUGUESE)],
)
def test_a_word_that_only_a_misheard_number_could_be_is_not_made_one_where_it_may_be_itself(
    text: str, language: Language
) -> None:
    assert answer(question(text, language)) is None


@pytest.mark.parametrize(
    "text",
    [
        "what is seven plus",
        "three plus four minus",
        "minus five plus two",
        "two plus two elephants",
        "(1 + 2) * 3",
        "2**3",
        "seven",
        "12 and 30 minus 2",
        "2 (3 + 4)",
        "2 + 2,5",
        "1,00 + 2",
        "1 000 + 5",
        ".5 + 1",
        "√16 + 2",
        "2 + 2 and 2 + 2",
        "2 + 2 = 5?",
        "why is 2 + 2 = 5?",
        "why is two plus two not five",
        "square root of half of 200",
        "subtract two from three times four",
        "tell me the time",
        "",
    ],
)
def test_half_a_sum_or_one_among_other_words_is_not_guessed(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("1,000 plus 5", Language.ENGLISH, "1000 plus 5 is 1005."),
        ("1,000足す5", Language.JAPANESE, "1000足す5は、1005です。"),
        ("0,5 mais 1", Language.PORTUGUESE, "0,5 mais 1 é 1,5."),
        ("1.000 mais 1", Language.PORTUGUESE, "1000 mais 1 é 1001."),
        ("2 mais 2,5", Language.PORTUGUESE, "2 mais 2,5 é 4,5."),
        ("10 dividido por 3", Language.PORTUGUESE, "10 dividido por 3 é mais ou menos 3,33."),
    ],
)
def test_numbers_are_read_and_said_as_the_language_writes_them(text: str, language: Language, sentence: str) -> None:
    assert said(text, language) == sentence


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("10 / half 4", 5),
        ("10 / 50 % 4", 5),
        ("10 / double 5", 1),
        ("2 ^ half 4", 4),
        ("half 2 ^ 3", 4),
        ("2 * half 4 ^2", 16),
        ("2 ^ 3 ^ 2", 512),
    ],
)
def test_a_share_of_a_number_is_one_operand(expression: str, value: int) -> None:
    assert evaluate(expression) == value


@pytest.mark.parametrize("language", Language)
def test_a_power_that_is_not_whole_is_declined_as_such(language: Language) -> None:
    with pytest.raises(NotWhole):
        evaluate("4 ^ 0.5")
    assert said("4 ^ 0.5" if language is not Language.PORTUGUESE else "4 ^ 0,5", language) == phrase(
        "power not whole", language
    )


@pytest.mark.parametrize("text", ["1000000 ^ 64 / 7", "9" * 50_000 + " + 1"])
def test_a_value_that_is_too_large_is_said_to_be(text: str) -> None:
    assert said(text) == phrase("too large", Language.ENGLISH)


def test_a_sum_without_end_is_not_guessed() -> None:
    assert said("1" + " + 1" * 5000) is None


def test_words_become_symbols() -> None:
    assert in_symbols("What is twelve times seven?") == "what is 12 * 7 ?"


def test_sums_agree_with_fractions() -> None:
    for left, right in product(range(0, 100, 9), (1, 7, 60)):
        assert evaluate(f"{left} + {right}") == left + right
        assert evaluate(f"{left} - {right}") == left - right
        assert evaluate(f"{left} * {right}") == left * right
        assert evaluate(f"{left} / {right}") == Fraction(left, right)


def test_decimals_are_exact() -> None:
    assert evaluate("0.1 + 0.2") == Fraction(3, 10)


@pytest.mark.parametrize("expression", ["2 ^ 65", "1000000 ^ 64 / 7", "10 ^ 21", "9 ^ 9 ^ 9", "9" * 5000 + " + 1"])
def test_a_step_whose_value_is_too_large_is_not_worked_out(expression: str) -> None:
    with pytest.raises(TooLarge):
        evaluate(expression)
