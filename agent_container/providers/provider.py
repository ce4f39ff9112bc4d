"""What a module of this folder gives: one provider, with the parts that it offers."""

from collections.abc import Collection

from livekit.agents import llm, stt, tts

from agent_container.provider_settings import Part
from echosphere.domain.language import Language


class Provider:
    """Made once for each job process, before its job is known. A part that is None is not to be had: in this language,
    or on this machine."""

    def prewarm(self, parts: Collection[Part]) -> None:
        """Blocks, in the idle process, until these parts can serve without delay."""

    def ears(self, language: Language) -> stt.STT[str] | None:
        return None

    def brain(self, language: Language) -> llm.LLM[str] | None:
        return None

    def voice(self, language: Language) -> tts.TTS[str] | None:
        return None

    async def aclose(self) -> None:
        """On the talk's loop: connections."""

    def close(self) -> None:
        """Blocks: leaves no process behind."""
