"""Deepgram: quick ears in all three languages, and voices in English and Japanese."""

from livekit.agents import stt, tts
from livekit.plugins import deepgram

from agent_container.provider_settings import ProviderSettings
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

DEEPGRAM = "https://api.deepgram.com/v1"
# Deepgram's own names of languages; several at once have one name.
TONGUES = {Language.JAPANESE: "ja", Language.ENGLISH: "en-US", Language.PORTUGUESE: "pt-BR"}
SEVERAL = "multi"
VOICES = {Language.JAPANESE: "aura-2-izanami-ja", Language.ENGLISH: "aura-2-thalia-en"}


def make_provider(settings: ProviderSettings) -> Provider:
    return Deepgram(settings)


class Deepgram(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._url = settings.endpoints.get("deepgram", DEEPGRAM)

    def ears(self, language: Language) -> stt.STT[str] | None:
        return deepgram.STT(
            model=self._settings.model("deepgram", "ears", "nova-3"),
            language=SEVERAL if len(self._settings.languages) > 1 else TONGUES[language],
            api_key=self._settings.deepgram_api_key,
            base_url=f"{self._url}/listen",
            mip_opt_out=True,  # a talk is nobody's training data
        )

    def voice(self, language: Language) -> tts.TTS[str] | None:
        name = self._settings.voice_of("deepgram", language, VOICES)
        if name is None:
            return None
        return deepgram.TTS(
            model=name,
            api_key=self._settings.deepgram_api_key,
            base_url=f"{self._url}/speak",
            mip_opt_out=True,
        )
