"""OpenAI, and whoever speaks as it does (vLLM, LocalAI, Groq …) at the address in ENDPOINTS."""

from livekit.agents import llm, stt, tts
from livekit.agents.types import NOT_GIVEN
from livekit.plugins import openai

from agent_container.provider_settings import ProviderSettings
from agent_container.providers.by_utterance import by_utterance
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

OPENAI = "https://api.openai.com/v1"
NO_KEY = "none"  # what a server of one's own that wants no key is sent, because the client must send something
VOICES = dict.fromkeys(Language, "alloy")


def make_provider(settings: ProviderSettings) -> Provider:
    return OpenAI(settings)


class OpenAI(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._url = settings.endpoints.get("openai", OPENAI)
        self._key = settings.openai_api_key or NO_KEY

    def ears(self, language: Language) -> stt.STT[str] | None:
        """Utterance by utterance: its live transcription is its own protocol, which nobody compatible speaks."""
        model = self._settings.model("openai", "ears", "gpt-4o-mini-transcribe")
        is_open = len(self._settings.languages) > 1
        return by_utterance(
            openai.STT(
                model=model, language=language.value, detect_language=is_open, base_url=self._url, api_key=self._key
            )
        )

    def brain(self, language: Language) -> llm.LLM[str] | None:
        return chat_model(
            self._settings,
            model=self._settings.model("openai", "brain", "gpt-4.1-mini"),
            url=self._url,
            key=self._key,
        )

    def voice(self, language: Language) -> tts.TTS[str] | None:
        return openai.TTS(
            model=self._settings.model("openai", "voice", "gpt-4o-mini-tts"),
            voice=self._settings.voice_of("openai", language, VOICES) or NO_KEY,
            response_format="pcm",
            base_url=self._url,
            api_key=self._key,
        )


def chat_model(settings: ProviderSettings, *, model: str, url: str, key: str) -> llm.LLM[str]:
    is_openai = url == OPENAI
    return openai.LLM(
        model=model,
        base_url=url,
        api_key=key,
        temperature=settings.temperature,
        # The newer name is OpenAI's; servers that are compatible know the older one, and some refuse the newer.
        max_completion_tokens=settings.max_answer_tokens if is_openai else NOT_GIVEN,
        extra_body=NOT_GIVEN if is_openai else {"max_tokens": settings.max_answer_tokens},
        _strict_tool_schema=is_openai,
    )
