from string import Formatter

import pytest

from agent_container.brain.phrases import _phrases, phrase
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit


@pytest.mark.parametrize("language", Language)
def test_every_language_can_say_the_same_things_with_the_same_fields(language: Language) -> None:
    assert _fields_by_name(language) == _fields_by_name(Language.ENGLISH)


def test_fields_are_put_into_the_sentence() -> None:
    assert phrase("sum", Language.JAPANESE, sum="1足す1", value="2") == "1足す1は、2です。"


def test_braces_in_what_was_said_are_left_alone() -> None:
    assert phrase("last question", Language.ENGLISH, text="{value}").endswith("{value}")


def test_an_unknown_phrase_is_an_error() -> None:
    with pytest.raises(KeyError):
        phrase("no such phrase", Language.ENGLISH)


def _fields_by_name(language: Language) -> dict[str, set[str]]:
    sentences = _phrases(language).items()
    return {name: {field for _, field, _, _ in Formatter().parse(text) if field} for name, text in sentences}
