"""Each part has its chain, and what cannot work stops the start instead of a talk."""

import pytest

from agent_container.provider_settings import OFFERS, PARTS, Part, ProviderSettings
from echosphere.domain.language import Language
from echosphere.settings import MissingSettings, read_settings

pytestmark = pytest.mark.unit
A_KEY = "a-key"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> "Read":
    return Read(monkeypatch)


class Read:
    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, **environment: str) -> ProviderSettings:
        for name, value in environment.items():
            self._monkeypatch.setenv(name, value)
        return read_settings(ProviderSettings)


@pytest.mark.parametrize("part", PARTS)
def test_one_name_serves_all_three(part: Part, read: Read) -> None:
    assert read(PROVIDERS="aws").chain(part) == ("aws",)


def test_a_part_may_have_its_own_chain_in_the_order_given(read: Read) -> None:
    settings = read(PROVIDERS="aws", EARS="deepgram, aws,local", DEEPGRAM_API_KEY=A_KEY)

    assert settings.ears == ("deepgram", "aws", "local")
    assert settings.brain == settings.voice == ("aws",)
    assert settings.chosen == {"deepgram", "aws", "local"}


@pytest.mark.parametrize("part", PARTS)
def test_who_does_not_offer_a_part_cannot_be_chosen_for_it(part: Part, read: Read) -> None:
    everybody = frozenset[str]().union(*OFFERS.values())
    keys = {f"{name.upper()}_API_KEY": A_KEY for name in everybody}

    for name in everybody - OFFERS[part]:
        with pytest.raises(MissingSettings, match=part.upper()):
            read(PROVIDERS="local", **keys, **{part.upper(): name})


@pytest.mark.parametrize("name", ["deepgram", "elevenlabs", "google", "openai"])
def test_who_is_chosen_without_a_key_is_named(name: str, read: Read) -> None:
    part = next(part for part in PARTS if name in OFFERS[part])

    with pytest.raises(MissingSettings, match=f"{name.upper()}_API_KEY"):
        read(PROVIDERS="local", **{part.upper(): name})


def test_a_server_of_ones_own_needs_no_key(read: Read) -> None:
    assert read(PROVIDERS="local", BRAIN="openai", ENDPOINTS='{"openai": "http://127.0.0.1:8000/v1"}').brain == (
        "openai",
    )


def test_nobody_stands_in_a_chain_twice(read: Read) -> None:
    with pytest.raises(MissingSettings, match="VOICE"):
        read(PROVIDERS="local", VOICE="aws, local, aws")


def test_nobody_at_all_is_refused(read: Read) -> None:
    with pytest.raises(MissingSettings, match="PROVIDERS"):
        read(PROVIDERS=" , ")


def test_voices_and_models_are_chosen_by_provider(read: Read) -> None:
    settings = read(PROVIDERS="aws", VOICES='{"aws": {"ja-JP": "Takumi"}}', MODELS='{"openai": {"brain": "llama3.2"}}')

    voices = {Language.JAPANESE: "Kazuha", Language.ENGLISH: "Ruth"}
    assert settings.voice_of("aws", Language.JAPANESE, voices) == "Takumi"
    assert settings.voice_of("aws", Language.ENGLISH, voices) == "Ruth"
    assert settings.voice_of("aws", Language.PORTUGUESE, voices) is None
    assert settings.model("openai", "brain", "other") == "llama3.2"
    assert settings.model("aws", "voice", "neural") == "neural"


def test_the_languages_of_a_person_who_changes_between_them_are_listed(read: Read) -> None:
    assert read(PROVIDERS="aws", LANGUAGES="ja-JP, en-US").languages == (Language.JAPANESE, Language.ENGLISH)


def test_no_key_stands_where_the_settings_are_printed(read: Read) -> None:
    assert A_KEY not in repr(read(PROVIDERS="aws", DEEPGRAM_API_KEY=A_KEY, OPENAI_API_KEY=A_KEY))
