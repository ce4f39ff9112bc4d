import pytest

from agent_container.brain.skills.clock import DATE, TIME, answer
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import question

pytestmark = pytest.mark.unit
ENGLISH, JAPANESE, PORTUGUESE = Language.ENGLISH, Language.JAPANESE, Language.PORTUGUESE


@pytest.mark.parametrize(("language", "time"), [(ENGLISH, "9:26 AM"), (JAPANESE, "9:26"), (PORTUGUESE, "09:26")])
def test_the_time_is_said_with_its_zone(language: Language, time: str) -> None:
    sentence = answer(question("", language, likeness={TIME: 0.9})).text

    assert time in sentence and "UTC" in sentence


@pytest.mark.parametrize(
    ("text", "language", "sentence"),
    [
        ("the date", ENGLISH, "Today is Friday, March 14, 2025."),
        ("the date tomorrow", ENGLISH, "Tomorrow is Saturday, March 15, 2025."),
        ("the date yesterday", ENGLISH, "Yesterday was Thursday, March 13, 2025."),
        ("明日", JAPANESE, "明日は2025年3月15日土曜日です。"),
        ("昨日", JAPANESE, "昨日は2025年3月13日木曜日でした。"),
        ("amanhã", PORTUGUESE, "Amanhã é sábado, 15 de março de 2025."),
        ("ontem", PORTUGUESE, "Ontem foi quinta-feira, 13 de março de 2025."),
    ],
)
def test_the_date_is_that_of_the_day_asked_for(text: str, language: Language, sentence: str) -> None:
    assert answer(question(text, language, likeness={DATE: 0.9})).text == sentence


def test_it_is_as_sure_as_the_question_is_alike() -> None:
    assert answer(question("", likeness={TIME: 0.4, DATE: 0.1})).certainty == 0.4
