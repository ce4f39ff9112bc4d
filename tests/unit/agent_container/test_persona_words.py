"""What a persona changes of the agent's words."""

import pytest

from agent_container.persona_words import greeting_of, instructions_of
from agent_container.prompts import load_prompt
from echosphere.domain.language import Language
from echosphere.domain.persona import built_in_persona
from tests.examples import a_persona

pytestmark = pytest.mark.unit
GREETINGS = ("greeting", "greeting.offline", "greeting.offline.deaf")


@pytest.mark.parametrize("language", Language)
def test_the_built_in_persona_speaks_as_the_product_does(language: Language) -> None:
    built_in = built_in_persona("workspace-0")

    assert instructions_of(built_in, language) == load_prompt("instructions", language)
    assert [greeting_of(built_in, each, language) for each in GREETINGS] == [
        load_prompt(each, language) for each in GREETINGS
    ]


@pytest.mark.parametrize("language", Language)
def test_a_persona_greets_by_its_name(language: Language) -> None:
    for greeting in GREETINGS:
        said = greeting_of(a_persona(name="Mina"), greeting, language)

        assert "Mina" in said and "EchoSphere" not in said and "{" not in said


@pytest.mark.parametrize("language", Language)
def test_its_instructions_stand_behind_those_of_everybody(language: Language) -> None:
    told = instructions_of(a_persona(name="Mina", instructions="You sell bicycles.\n\nBe brief."), language)

    assert told.startswith(load_prompt("instructions", language))
    assert "Mina" in told and told.endswith("You sell bicycles.\n\nBe brief.")


def test_a_persona_without_instructions_only_has_its_name() -> None:
    told = instructions_of(a_persona(name="Mina", instructions=""), Language.ENGLISH)

    assert "called Mina" in told and "{" not in told


def test_braces_in_what_people_wrote_stay_what_they_are() -> None:
    told = instructions_of(a_persona(name="{instructions}", instructions="Say {name} and {"), Language.ENGLISH)

    assert "called {instructions}" in told and told.endswith("Say {name} and {")
