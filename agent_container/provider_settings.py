"""Who hears, thinks and speaks, as the environment says: a chain for each part, and what each provider is told."""

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo
from pydantic_settings import BaseSettings, NoDecode

from echosphere.domain.language import Language

ProviderName = Literal["aws", "deepgram", "elevenlabs", "google", "local", "ollama", "openai"]
Part = Literal["ears", "brain", "voice"]
PARTS: tuple[Part, ...] = get_args(Part)

OFFERS: dict[Part, frozenset[ProviderName]] = {
    "ears": frozenset({"aws", "deepgram", "elevenlabs", "local", "openai"}),
    "brain": frozenset({"aws", "google", "local", "ollama", "openai"}),
    "voice": frozenset({"aws", "deepgram", "elevenlabs", "local", "openai"}),
}


def _in_order(value: object) -> object:
    """ "deepgram, aws" as ("deepgram", "aws")."""
    return tuple(name.strip() for name in value.split(",") if name.strip()) if isinstance(value, str) else value


Chain = Annotated[tuple[ProviderName, ...], NoDecode, BeforeValidator(_in_order)]
Languages = Annotated[tuple[Language, ...], NoDecode, BeforeValidator(_in_order)]


class ProviderSettings(BaseSettings):
    """`providers` serves all three parts, except where `ears`, `brain` or `voice` names its own chain.

    The first of a chain serves; the next takes over while those before it fail.
    """

    providers: Chain = Field(min_length=1)
    ears: Chain = Field((), validate_default=True)
    brain: Chain = Field((), validate_default=True)
    voice: Chain = Field((), validate_default=True)

    aws_region: str = ""  # set by ECS in AWS; the local providers need none
    bedrock_model: str = "amazon.nova-lite-v1:0"
    models: Mapping[ProviderName, Mapping[Part, str]] = {}
    voices: Mapping[ProviderName, Mapping[Language, str]] = {}
    languages: Languages = ()  # that a person may change between, heard as which it is; none: the talk's alone
    temperature: float = Field(0.4, ge=0, le=2)
    max_answer_tokens: int = Field(256, gt=0)  # an answer is heard, and nobody listens for minutes
    endpoints: Mapping[
        ProviderName, str
    ] = {}  # another address than the provider's own: a region, a server of one's own
    whisper_model_dir: str = ""  # a folder with a model of faster-whisper: the local ears' own, instead of pocketsphinx

    openai_api_key: str = Field("", repr=False, validate_default=True)
    deepgram_api_key: str = Field("", repr=False, validate_default=True)
    elevenlabs_api_key: str = Field("", repr=False, validate_default=True)
    google_api_key: str = Field("", repr=False, validate_default=True)

    @field_validator(*PARTS)
    @classmethod
    def _each_can_do_its_part(cls, chain: Chain, field: ValidationInfo) -> Chain:
        chain = chain or field.data.get("providers", ())
        unable = [name for name in chain if name not in _offered(field)]
        if unable:
            raise ValueError(f"not offered by {', '.join(unable)}")
        if len(set(chain)) < len(chain):
            raise ValueError("names a provider twice")
        return chain

    @field_validator("deepgram_api_key", "elevenlabs_api_key", "google_api_key", "openai_api_key")
    @classmethod
    def _who_is_chosen_has_a_key(cls, key: str, field: ValidationInfo) -> str:
        name = (field.field_name or "").removesuffix("_api_key")
        has_own_server = name == "openai" and name in field.data.get("endpoints", {})  # which may want no key
        if not key and not has_own_server and any(name in field.data.get(part, ()) for part in PARTS):
            raise ValueError(f"{name} is chosen and has no key")
        return key

    def chain(self, part: Part) -> Chain:
        chains: dict[Part, Chain] = {"ears": self.ears, "brain": self.brain, "voice": self.voice}
        return chains[part]

    @property
    def chosen(self) -> frozenset[ProviderName]:
        return frozenset({*self.ears, *self.brain, *self.voice})

    def model(self, name: ProviderName, part: Part, default: str) -> str:
        return self.models.get(name, {}).get(part) or default

    def voice_of(self, name: ProviderName, language: Language, defaults: Mapping[Language, str]) -> str | None:
        """None: it does not speak this language."""
        return self.voices.get(name, {}).get(language) or defaults.get(language)


def _offered(field: ValidationInfo) -> frozenset[ProviderName]:
    return next(names for part, names in OFFERS.items() if part == field.field_name)
