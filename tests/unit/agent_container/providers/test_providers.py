"""All providers keep one promise: whoever is chosen for a part gives it, in each language that it has."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from agent_container.prompts import load_prompt
from agent_container.provider_settings import OFFERS, ProviderName
from agent_container.providers import Providers, choose_providers
from agent_container.providers.chosen import ChosenProviders, NobodyThere
from agent_container.providers.ollama import Ollama
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language
from tests.unit.agent_container.providers.chain.actors import Brain
from tests.unit.agent_container.stand_ins import some_settings

pytestmark = pytest.mark.unit

EVERYBODY = sorted(frozenset[ProviderName]().union(*OFFERS.values()))
KEYS = {f"{name}_api_key": "a-key" for name in ("deepgram", "elevenlabs", "google", "openai")}
ENGLISH_ALONE = [Language.ENGLISH]


class Choose:
    def __init__(self) -> None:
        self.chosen: list[Providers] = []

    def __call__(self, **settings: object) -> Providers:
        given = {"providers": ("aws",), "aws_region": "ap-northeast-1", **KEYS, **settings}
        self.chosen.append(choose_providers(some_settings(**given)))
        return self.chosen[-1]


class Unclosable(Brain):
    async def aclose(self) -> None:
        await super().aclose()
        raise ConnectionError


class HasUnclosable(Provider):
    is_closed = False

    def brain(self, language: Language) -> Brain:
        return Unclosable()

    async def aclose(self) -> None:
        self.is_closed = True


@pytest_asyncio.fixture
async def choose() -> AsyncIterator[Choose]:
    choose = Choose()
    yield choose
    for providers in choose.chosen:
        await providers.aclose()
        providers.close()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["aws", "local", "openai"])
async def test_every_language_has_a_brain_a_voice_and_a_greeting(
    name: ProviderName, language: Language, choose: Choose
) -> None:
    providers = choose(providers=(name,))

    assert providers.brain(language).provider
    assert providers.voice(language).sample_rate >= 16_000
    assert load_prompt(providers.greeting(language), language)


@pytest.mark.parametrize("name", sorted(OFFERS["ears"]))
async def test_what_is_not_understood_is_known_beforehand(name: ProviderName, choose: Choose) -> None:
    providers = choose(ears=(name,))

    understood = [language for language in Language if providers.recogniser(language)]
    assert understood == (ENGLISH_ALONE if name == "local" else list(Language))


@pytest.mark.parametrize("name", sorted(OFFERS["voice"]))
async def test_every_language_is_spoken_if_only_in_anothers_accent(name: ProviderName, choose: Choose) -> None:
    providers = choose(voice=(name,))

    assert all(providers.voice(language).provider for language in Language)


@pytest.mark.parametrize("name", sorted(OFFERS["brain"] - {"google", "local", "ollama"}))
async def test_who_thinks_says_with_which_model(name: ProviderName, choose: Choose) -> None:
    assert choose(brain=(name,)).brain(Language.ENGLISH).model


async def test_it_is_known_who_does_each_part_and_with_what(choose: Choose) -> None:
    providers = choose(ears=("deepgram", "aws"), brain=("openai",))
    providers.recogniser(Language.JAPANESE)
    providers.brain(Language.JAPANESE)

    assert providers.serving() == {"ears": "deepgram nova-3", "brain": "openai gpt-4.1-mini", "voice": "none"}


async def test_who_serves_is_told_for_the_language_of_the_talk(choose: Choose) -> None:
    providers = choose(voice=("deepgram", "aws"))
    providers.voice(Language.ENGLISH)
    told: list[str] = []
    providers.when_another_serves(lambda: told.append(providers.serving()["voice"].split()[0]))

    providers.voice(Language.PORTUGUESE)  # for a sentence; Deepgram has no such voice
    assert not told
    providers.speaks(Language.PORTUGUESE)
    providers.speaks(Language.PORTUGUESE)
    providers.speaks(Language.ENGLISH)

    assert told == ["aws", "deepgram"]


async def test_who_cannot_be_closed_leaves_no_other_open() -> None:
    local = HasUnclosable()
    providers = ChosenProviders(some_settings(providers=("local",)), {"local": local})
    brains = [providers.brain(language) for language in Language]

    with pytest.raises(ConnectionError):
        await providers.aclose()

    assert local.is_closed
    assert [isinstance(brain, Brain) and brain.is_closed for brain in brains] == [True] * len(brains)


async def test_who_does_not_have_a_language_is_left_out_of_its_chain(choose: Choose) -> None:
    providers = choose(voice=("deepgram", "aws"), ears=("local", "aws"))

    assert providers.voice(Language.PORTUGUESE).provider == "Amazon Polly"
    ears = providers.recogniser(Language.JAPANESE)
    assert ears is not None and ears.provider == "Amazon Transcribe"


@pytest.mark.parametrize(
    ("name", "voice"), [("aws", "Takumi"), ("elevenlabs", "a-voice"), ("openai", "nova"), ("deepgram", "aura-2-ama-ja")]
)
async def test_a_voice_is_chosen_by_setting(name: ProviderName, voice: str, choose: Choose) -> None:
    made = choose(voice=(name,), voices={name: {"ja-JP": voice}}).voice(Language.JAPANESE)

    assert voice in str(vars(made))


@pytest.mark.parametrize("language", Language)
def test_the_offline_greeting_says_that_the_brain_is_offline(language: Language) -> None:
    words = {Language.ENGLISH: "offline brain", Language.JAPANESE: "オフライン", Language.PORTUGUESE: "offline"}

    for name in ("greeting.offline", "greeting.offline.deaf"):
        assert words[language] in load_prompt(name, language)


@pytest.mark.parametrize(
    ("settings", "greeting"),
    [
        ({"brain": ("local",), "ears": ("local",)}, "greeting.offline.deaf"),
        ({"brain": ("local",)}, "greeting.offline"),
        ({"brain": ("aws", "local")}, "greeting"),
    ],
)
async def test_the_greeting_admits_what_is_missing(settings: dict[str, object], greeting: str, choose: Choose) -> None:
    assert choose(**settings).greeting(Language.JAPANESE) == greeting


async def test_ollama_that_is_not_there_is_left_out_of_its_chain(choose: Choose) -> None:
    nowhere = {"ollama": "http://127.0.0.1:1"}

    assert choose(brain=("ollama", "aws"), endpoints=nowhere).brain(Language.ENGLISH).provider == "AWS Bedrock"
    with pytest.raises(NobodyThere, match="BRAIN"):
        choose(brain=("ollama",), endpoints=nowhere).brain(Language.ENGLISH)


def test_a_model_of_ollama_that_is_asked_for_by_name_is_not_looked_for() -> None:
    ollama = Ollama(some_settings(models={"ollama": {"brain": "llama3.2"}}, endpoints={"ollama": "http://127.0.0.1:1"}))

    ollama.prewarm(["brain"])

    brain = ollama.brain(Language.ENGLISH)
    assert brain is not None and brain.model == "llama3.2"
