import pytest

from agent_container.brain.skills.arithmetic import answer
from agent_container.brain.skills.sum_words import IN_WORDS, MISHEARD, MISHEARD_FIRST, MISHEARD_LAST, SAYINGS
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import question

pytestmark = pytest.mark.unit
BETWEEN_NUMBERS = [saying for saying, symbol in SAYINGS if symbol.strip() in set("+-*/^")]


@pytest.mark.parametrize("language", Language)
def test_every_language_has_words_for_the_four_operations(language: Language) -> None:
    assert {" + ", " - ", " * ", " / ", " ^ "} <= {symbol for symbol, _ in IN_WORDS[language]}


@pytest.mark.parametrize("saying", BETWEEN_NUMBERS)
def test_every_way_to_say_an_operation_is_understood(saying: str) -> None:
    assert answer(question(f"8{saying}2")) is not None


def test_a_longer_saying_is_not_cut_by_a_shorter_one_inside_it() -> None:
    sayings = [saying for saying, _ in SAYINGS]

    for number, saying in enumerate(sayings):
        assert not any(earlier in saying for earlier in sayings[:number]), saying


def test_what_is_misheard_stands_for_a_number() -> None:
    assert all(number.isdigit() for number in (MISHEARD | MISHEARD_FIRST | MISHEARD_LAST).values())
