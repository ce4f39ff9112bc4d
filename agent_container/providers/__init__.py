"""Who hears, thinks and speaks: one module for each value of the setting PROVIDERS."""

from importlib import import_module
from typing import Protocol

from livekit.agents import llm, stt, tts

from agent_container.settings import AgentSettings
from echosphere.domain.language import Language


class Providers(Protocol):
    """Made once for each job process, before its job is known."""

    greeting: str
    """Name of the prompt that is said first."""

    def prewarm(self) -> None:
        """Blocks, in the idle process, until the first word can be heard and said without delay."""
        ...

    def recogniser(self, language: Language) -> stt.STT[str] | None:
        """None: speech in this language cannot be understood here, and the agent must say so."""
        ...

    def brain(self, language: Language) -> llm.LLM[str]: ...

    def voice(self, language: Language) -> tts.TTS[str]: ...

    def close(self) -> None:
        """Leaves no process behind."""
        ...


def choose_providers(settings: AgentSettings) -> Providers:
    """Imports only what is chosen: a deployed process loads no decoder, a laptop's none of AWS's clients."""
    providers: Providers = import_module(f"{__name__}.{settings.providers}").make_providers(settings)
    return providers
