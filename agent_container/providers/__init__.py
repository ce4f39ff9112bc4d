"""Who hears, thinks and speaks: one module for each provider, chained as the settings say."""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol

from livekit.agents import llm, stt, tts

from agent_container.meter import Meter
from agent_container.provider_settings import Part, ProviderName, ProviderSettings
from agent_container.providers.chosen import ChosenProviders
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language


class Providers(Protocol):
    """Made once for each job process, before its job is known."""

    meter: Meter

    def prewarm(self) -> None:
        """Blocks, in the idle process, until the first word can be heard and said without delay."""
        ...

    def greeting(self, language: Language) -> str:
        """Name of the prompt that is said first."""
        ...

    def recogniser(self, language: Language) -> stt.STT[str] | None:
        """None: speech in this language cannot be understood here, and the agent must say so."""
        ...

    def brain(self, language: Language) -> llm.LLM[str]: ...

    def voice(self, language: Language) -> tts.TTS[str]: ...

    def speaks(self, language: Language) -> None:
        """The talk goes on in it, maybe with others than before."""
        ...

    def serving(self) -> dict[Part, str]:
        """Who does each part that was asked for, and with which model: "deepgram nova-3"; or "none"."""
        ...

    def when_another_serves(self, tell: Callable[[], None]) -> None: ...

    def when_one_falls_back(self, tell: Callable[[], None]) -> None:
        """Another of the chain took over, or took back; not because the language is another."""
        ...

    async def aclose(self) -> None:
        """Leaves no connection behind."""
        ...

    def close(self) -> None:
        """Leaves no process behind."""
        ...


def choose_providers(settings: ProviderSettings) -> Providers:
    """Imports only what is chosen: a deployed process loads no decoder, a laptop's none of AWS's clients."""
    return ChosenProviders(settings, {name: _make(name, settings) for name in sorted(settings.chosen)})


def _make(name: ProviderName, settings: ProviderSettings) -> Provider:
    provider: Provider = import_module(f"{__name__}.{name}").make_provider(settings)
    return provider
