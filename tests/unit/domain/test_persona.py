from datetime import timedelta

import pytest

from echosphere.domain.errors import LanguageNotSpoken, PersonaBuiltIn
from echosphere.domain.identifiers import new_ordered_id
from echosphere.domain.language import Language
from echosphere.domain.persona import PersonaDraft, built_in_persona
from tests.examples import NINE_O_CLOCK, a_persona

pytestmark = pytest.mark.unit


def test_a_talk_has_the_language_that_was_wished_else_the_personas_first() -> None:
    persona = a_persona(languages=(Language.PORTUGUESE, Language.ENGLISH))

    assert persona.language_of_talk(Language.ENGLISH) is Language.ENGLISH
    assert persona.language_of_talk(None) is Language.PORTUGUESE


def test_a_persona_does_not_talk_in_a_language_it_does_not_have() -> None:
    with pytest.raises(LanguageNotSpoken):
        a_persona(languages=(Language.ENGLISH,)).language_of_talk(Language.JAPANESE)


def test_the_built_in_persona_talks_in_every_language_and_stays_as_it_is() -> None:
    built_in = built_in_persona("workspace-0")

    assert set(built_in.languages) == set(Language)
    with pytest.raises(PersonaBuiltIn):
        built_in.must_be_changeable()


def test_ids_of_personas_sort_by_when_they_were_made() -> None:
    ids = [new_ordered_id(NINE_O_CLOCK + timedelta(milliseconds=number)) for number in range(5)]

    assert ids == sorted(ids) and {len(each) for each in ids} == {32}


def test_the_digest_of_a_draft_changes_with_each_of_its_fields() -> None:
    def digest(name: str = "Mina", *, recorded: bool = True, instructions: str = "", language: str = "en-US") -> str:
        languages = (Language(language),)
        return PersonaDraft(name=name, languages=languages, instructions=instructions, recorded=recorded).digest()

    others = [digest("Taro"), digest(recorded=False), digest(instructions="Be brief."), digest(language="ja-JP")]

    assert digest() == digest()
    assert len({digest(), *others}) == 5
