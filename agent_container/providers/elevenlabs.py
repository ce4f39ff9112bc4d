"""ElevenLabs: ears and voices in all three languages, one voice for all of them."""

from typing import Literal

from livekit.agents import stt, tts
from livekit.agents.types import NOT_GIVEN
from livekit.plugins import elevenlabs

from agent_container.provider_settings import ProviderSettings
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

ELEVENLABS = "https://api.elevenlabs.io/v1"
VOICES = dict.fromkeys(Language, "EXAVITQu4vr4xnSDxMaL")  # "Sarah", one of those that every account has
ENCODING: Literal["pcm_22050"] = "pcm_22050"  # no decoder before the first sound
TONGUES = {Language.JAPANESE: "ja", Language.ENGLISH: "en", Language.PORTUGUESE: "pt"}


def make_provider(settings: ProviderSettings) -> Provider:
    return ElevenLabs(settings)


class ElevenLabs(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._url = settings.endpoints.get("elevenlabs", ELEVENLABS)

    def ears(self, language: Language) -> stt.STT[str] | None:
        is_open = len(self._settings.languages) > 1
        return elevenlabs.STT(
            model=self._settings.model("elevenlabs", "ears", "scribe_v2_realtime"),
            language_code=NOT_GIVEN if is_open else TONGUES[language],
            server_vad={},  # it ends utterances itself
            api_key=self._settings.elevenlabs_api_key,
            base_url=self._url,
        )

    def voice(self, language: Language) -> tts.TTS[str] | None:
        return elevenlabs.TTS(
            voice_id=self._settings.voice_of("elevenlabs", language, VOICES) or VOICES[language],
            model=self._settings.model("elevenlabs", "voice", "eleven_flash_v2_5"),
            language=TONGUES[language],
            encoding=ENCODING,
            api_key=self._settings.elevenlabs_api_key,
            base_url=self._url,
        )
