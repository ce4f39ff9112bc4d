"""What is found or loaded by itself, and what is not."""

import asyncio
import subprocess
import sys

import pytest

from echosphere.domain.language import Language
from tests.contract.providers.conftest import Make

pytestmark = pytest.mark.contract
PLUGINS = {"aws", "deepgram", "elevenlabs", "google", "openai"}
LOOK = """
import sys
from agent_container.provider_settings import ProviderSettings
from agent_container.providers import choose_providers
choose_providers(ProviderSettings(providers=sys.argv[1].split(), deepgram_api_key="a", openai_api_key="a"))
print(*(name.split(".")[2] for name in sys.modules if name.startswith("livekit.plugins.") and name.count(".") == 2))
"""


async def test_ollama_is_found_with_the_model_that_it_used_last(make: Make) -> None:
    providers = make("ollama", "brain")

    await asyncio.to_thread(providers.prewarm)  # as in the idle process: it blocks, and the stand-in is on our loop

    assert providers.brain(Language.ENGLISH).model == "llama3.2:latest"


@pytest.mark.parametrize(("chosen", "loaded"), [("local", set[str]()), ("aws", {"aws"})])
def test_only_who_is_chosen_is_loaded(chosen: str, loaded: set[str]) -> None:
    command = [sys.executable, "-c", LOOK, chosen]
    looked = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # ours, word for word

    assert set(looked.stdout.split()) & PLUGINS == loaded
