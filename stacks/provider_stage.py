"""Who hears, thinks and speaks, as a stage says it; docs/agent.md has what each provider can do.

The agent itself refuses, at its start, a chain that cannot work; here only names are checked, and that keys are there.
"""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, PositiveInt, StringConstraints, model_validator
from pydantic.dataclasses import dataclass

Provider = Literal["aws", "deepgram", "elevenlabs", "google", "local", "ollama", "openai"]
Keyed = Literal["deepgram", "elevenlabs", "google", "openai"]
Part = Literal["ears", "brain", "voice"]
_NAME = f"({'|'.join(get_args(Provider))})"
Chain = Annotated[str, StringConstraints(pattern=rf"^{_NAME}( *, *{_NAME})*$")]
Secret = Annotated[
    str, StringConstraints(pattern=r"^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+-\w{6}$")
]
Address = Annotated[str, StringConstraints(pattern=r"^https?://\S+[^/]$")]


@dataclass(frozen=True, kw_only=True)
class ProviderStage:
    """`agent_providers` serves all three parts, except where a chain of its own is given: "deepgram, aws".

    `provider_secret_arns` names, for each provider with a key, the secret that holds it and nothing else.
    `whisper_model_dir` is a folder where the agent runs, with a model for the local ears.
    `agent_languages` are those between which a person may change: "ja-JP, en-US".
    """

    agent_providers: Chain
    agent_ears: Chain | None = None
    agent_brain: Chain | None = None
    agent_voice: Chain | None = None
    agent_languages: str | None = None
    agent_temperature: Annotated[float, Field(ge=0, le=2)] | None = None
    agent_max_answer_tokens: PositiveInt | None = None
    bedrock_model: str = "amazon.nova-lite-v1:0"
    provider_models: Mapping[Provider, Mapping[Part, str]] = field(default_factory=dict)
    provider_voices: Mapping[Provider, Mapping[str, str]] = field(default_factory=dict)
    provider_endpoints: Mapping[Provider, Address] = field(default_factory=dict)
    whisper_model_dir: str | None = None
    provider_secret_arns: Mapping[Keyed, Secret] = field(default_factory=dict)

    @model_validator(mode="after")
    def _whoever_wants_a_key_has_one(self) -> Self:
        wanted = self._chosen & set(get_args(Keyed))
        if "openai" in self.provider_endpoints:  # a server of one's own may want none
            wanted -= {"openai"}
        if missing := wanted - set(self.provider_secret_arns):
            raise ValueError(f"provider_secret_arns lacks {', '.join(sorted(missing))}")
        if unused := set(self.provider_secret_arns) - self._chosen:
            raise ValueError(f"provider_secret_arns names {', '.join(sorted(unused))}, which is not chosen")
        return self

    def uses(self, provider: Provider, part: Part) -> bool:
        return provider in self._chain(part)

    @property
    def _chosen(self) -> set[str]:
        return {name for part in get_args(Part) for name in self._chain(part)}

    def _chain(self, part: Part) -> list[str]:
        own = {"ears": self.agent_ears, "brain": self.agent_brain, "voice": self.agent_voice}[part]
        return [name.strip() for name in (own or self.agent_providers).split(",")]
