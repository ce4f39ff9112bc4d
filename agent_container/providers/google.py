"""Google's Gemini as a brain. (Its speech services want a service account's file; Gemini alone has a key.)"""

from google.genai.types import HttpOptions, ThinkingConfig, ThinkingLevel
from livekit.agents import llm
from livekit.agents.types import NOT_GIVEN
from livekit.plugins import google

from agent_container.provider_settings import ProviderSettings
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

LITTLE = ThinkingConfig(thinking_level=ThinkingLevel.MINIMAL)


def make_provider(settings: ProviderSettings) -> Provider:
    return Google(settings)


class Google(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._url = settings.endpoints.get("google")

    def brain(self, language: Language) -> llm.LLM[str] | None:
        model = self._settings.model("google", "brain", "gemini-2.5-flash")
        return google.LLM(
            model=model,
            api_key=self._settings.google_api_key,
            vertexai=False,
            temperature=self._settings.temperature,
            max_output_tokens=self._settings.max_answer_tokens,
            # What it thinks counts as spoken: without a limit nothing of 256 tokens would be left to say.
            thinking_config=ThinkingConfig(thinking_budget=0) if "gemini-2" in model else LITTLE,
            http_options=HttpOptions(base_url=self._url) if self._url else NOT_GIVEN,
        )
