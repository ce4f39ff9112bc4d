"""A provider under test, its stand-in beside it on loopback, and the script that both follow."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from aiohttp import web
from awscrt import io as crt
from livekit.agents.utils import http_context

from agent_container.provider_settings import Part, ProviderName
from agent_container.providers import Providers, choose_providers
from local.ministack.certificate import ensure_certificate
from tests.contract.providers.wire import amazon, deepgram, elevenlabs, gemini, openai
from tests.contract.providers.wire.script import Script
from tests.contract.providers.wire.transcribe import transcribe
from tests.unit.agent_container.stand_ins import some_settings

type Make = Callable[..., Providers]


@pytest.fixture
def script() -> Script:
    return Script()


@pytest_asyncio.fixture
async def loopback(script: Script) -> AsyncIterator[str]:
    app = web.Application()
    for wire in (amazon, deepgram, elevenlabs, gemini, openai):
        app.add_routes(wire.routes(script))
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest_asyncio.fixture
async def make(loopback: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Make]:
    """Providers by their settings. What they ask goes to the stand-ins."""
    for name, value in _surroundings(loopback).items():
        monkeypatch.setenv(name, value)
    made: list[Providers] = []

    def make(name: ProviderName, part: Part, **changes: object) -> Providers:
        endpoints = {each: f"{loopback}/{each}" for each in ("deepgram", "elevenlabs", "ollama")}
        endpoints |= {"openai": f"{loopback}/openai/v1", "google": f"{loopback}/gemini"}
        keys = {f"{each}_api_key": "a-key" for each in ("deepgram", "elevenlabs", "google", "openai")}
        given = {"providers": ("aws",), "aws_region": "us-east-1", "endpoints": endpoints, **keys, part: (name,)}
        made.append(choose_providers(some_settings(**{**given, **changes})))
        return made[-1]

    async with http_context.open():
        yield make
        for providers in made:
            await providers.aclose()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    ensure_certificate(folder / "certificate.pem", folder / "key.pem")
    return folder / "certificate.pem", folder / "key.pem"


@pytest_asyncio.fixture
async def transcribe_address(
    script: Script, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[None]:
    class Trusting(crt.TlsContextOptions):  # type: ignore[misc]  # untyped
        def __init__(self) -> None:
            super().__init__()
            self.override_default_trust_store_from_path(None, str(certificate[0]))

    monkeypatch.setattr(crt, "TlsContextOptions", Trusting)
    async with transcribe(script, *certificate) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL_TRANSCRIBE_STREAMING", address)
        yield


def _surroundings(loopback: str) -> dict[str, str]:
    return {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": loopback,
        "AWS_ENDPOINT_URL_POLLY": loopback,
    }
