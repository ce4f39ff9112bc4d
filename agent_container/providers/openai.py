"""OpenAI, and whoever speaks as it does (vLLM, LocalAI, Groq …) at the address in ENDPOINTS."""

from functools import cached_property

from livekit.agents import llm, stt, tts
from livekit.agents.types import NOT_GIVEN
from livekit.plugins import openai
from openai import AsyncClient

from agent_container.provider_settings import ProviderSettings
from agent_container.providers.by_utterance import by_utterance
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

OPENAI = "https://api.openai.com/v1"
NO_KEY = "none"  # what a server of one's own that wants no key is sent, because the client must send something
VOICE = "alloy"
TIMEOUT_S = 10.0


def make_provider(settings: ProviderSettings) -> Provider:
    return OpenAI(settings)


class OpenAI(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._url = settings.endpoints.get("openai", OPENAI)

    @cached_property
    def _client(self) -> AsyncClient:
        """One for all three parts, and ours to close: the plugin's ears leave theirs open."""
        return compatible_client(self._url, key=self._settings.openai_api_key)

    def ears(self, language: Language) -> stt.STT[str] | None:
        """Utterance by utterance: its live transcription is its own protocol, which nobody compatible speaks."""
        model = self._settings.model("openai", "ears", "gpt-4o-mini-transcribe")
        is_open = len(self._settings.languages) > 1
        return by_utterance(
            openai.STT(model=model, language=language.value, detect_language=is_open, client=self._client)
        )

    def brain(self, language: Language) -> llm.LLM[str] | None:
        model = self._settings.model("openai", "brain", "gpt-4.1-mini")
        return chat_model(self._settings, model=model, client=self._client, is_openai=self._url == OPENAI)

    def voice(self, language: Language) -> tts.TTS[str] | None:
        return openai.TTS(
            model=self._settings.model("openai", "voice", "gpt-4o-mini-tts"),
            voice=self._settings.voice_of("openai", language, {}) or VOICE,
            response_format="pcm",
            client=self._client,
        )

    async def aclose(self) -> None:
        if "_client" in vars(self):
            await self._client.close()


def compatible_client(url: str, *, key: str) -> AsyncClient:
    return AsyncClient(base_url=url, api_key=key or NO_KEY, max_retries=0, timeout=TIMEOUT_S)


def chat_model(settings: ProviderSettings, *, model: str, client: AsyncClient, is_openai: bool) -> llm.LLM[str]:
    return openai.LLM(
        model=model,
        client=client,
        temperature=settings.temperature,
        # The newer name is OpenAI's; servers that are compatible know the older one, and some refuse the newer.
        max_completion_tokens=settings.max_answer_tokens if is_openai else NOT_GIVEN,
        extra_body=NOT_GIVEN if is_openai else {"max_tokens": settings.max_answer_tokens},
        _strict_tool_schema=is_openai,
    )
