"""A brain on this machine: Ollama, found by itself where it listens, with the model that it has."""

import json
import logging
from collections.abc import Collection
from urllib.request import urlopen

from livekit.agents import llm
from openai import AsyncClient

from agent_container.provider_settings import Part, ProviderSettings
from agent_container.providers.openai import chat_model, compatible_client
from agent_container.providers.provider import Provider
from echosphere.domain.language import Language

LOOPBACK = "http://127.0.0.1:11434"
TIMEOUT_S = 2.0

logger = logging.getLogger(__name__)


def make_provider(settings: ProviderSettings) -> Provider:
    return Ollama(settings)


class Ollama(Provider):
    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._address = settings.endpoints.get("ollama", LOOPBACK)
        self._model: str | None = None
        self._client: AsyncClient | None = None

    def prewarm(self, parts: Collection[Part]) -> None:
        if wished := self._settings.model("ollama", "brain", ""):
            self._model = wished
            return
        models = installed_models(self._address)
        self._model = models[0] if models else None
        logger.info("looked for Ollama", extra={"found": len(models), "model": self._model})

    def brain(self, language: Language) -> llm.LLM[str] | None:
        if self._model is None:
            return None
        self._client = self._client or compatible_client(f"{self._address}/v1", key="")
        return chat_model(self._settings, model=self._model, client=self._client, is_openai=False)

    async def aclose(self) -> None:
        if self._client is not None:
            await self._client.close()


def installed_models(address: str) -> list[str]:
    """The one used last comes first; none when nobody listens there, or somebody else."""
    try:
        with urlopen(f"{address}/api/tags", timeout=TIMEOUT_S) as answer:  # noqa: S310  # the owner's own setting
            return [str(model["name"]) for model in json.load(answer)["models"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []
