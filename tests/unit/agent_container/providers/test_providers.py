"""Both providers keep one promise: in each language somebody thinks and somebody speaks."""

from functools import cache

import pytest

from agent_container.prompts import load_prompt
from agent_container.providers import Providers, choose_providers
from agent_container.settings import ProvidersName
from echosphere.domain.language import Language
from tests.unit.agent_container.stand_ins import some_settings

pytestmark = pytest.mark.unit


@cache
def the_providers(name: ProvidersName) -> Providers:
    return choose_providers(some_settings(providers=name, aws_region="ap-northeast-1"))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["aws", "local"])
async def test_every_language_has_a_brain_a_voice_and_a_greeting(name: ProvidersName, language: Language) -> None:
    providers = the_providers(name)

    assert providers.brain(language).provider
    assert providers.voice(language).sample_rate >= 16_000
    assert load_prompt(providers.greeting, language)


@pytest.mark.parametrize(("name", "understood"), [("aws", list(Language)), ("local", [Language.ENGLISH])])
async def test_what_is_not_understood_is_known_beforehand(name: ProvidersName, understood: list[Language]) -> None:
    providers = the_providers(name)

    assert [language for language in Language if providers.recogniser(language)] == understood


@pytest.mark.parametrize("language", Language)
def test_the_offline_greeting_says_that_the_brain_is_offline(language: Language) -> None:
    words = {Language.ENGLISH: "offline brain", Language.JAPANESE: "オフライン", Language.PORTUGUESE: "offline"}

    assert words[language] in load_prompt(the_providers("local").greeting, language)
