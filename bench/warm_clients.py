"""What keeping AWS's clients for a talk saves: `python -m bench.warm_clients`.

livekit-plugins-aws as it comes beside ours, turn about in one run, against the same stand-ins over TLS on loopback.
Their answers cost nothing and their network is 0 ms long, so what is left is what the client itself costs; a real
network adds two round trips to each new connection. `loop_stood_still`: the longest that nothing else could run.
"""

import asyncio
import json
import os
import ssl
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from aiobotocore.session import AioSession
from aiohttp import web
from livekit.agents import llm, tts
from livekit.plugins import aws

from agent_container.provider_settings import ProviderSettings
from agent_container.providers.aws import make_provider
from bench.figures import Figures
from echosphere.domain.language import Language
from local.ministack.certificate import ensure_certificate
from tests.contract.providers.wire import amazon
from tests.contract.providers.wire.script import Script

TURNS = 100
TICK_S = 0.001


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with _amazon(Path(folder)):
            ours = make_provider(ProviderSettings(providers=("aws",), aws_region="us-east-1"))
            brain, voice = ours.brain(Language.ENGLISH), ours.voice(Language.ENGLISH)
            assert brain is not None and voice is not None
            report = {
                "first word": await _compare(lambda: _first_word(_stock_brain()), lambda: _first_word(brain)),
                "first sound": await _compare(lambda: _first_sound(_stock_voice()), lambda: _first_sound(voice)),
            }
            await ours.aclose()
    print(json.dumps(report, indent=2))


async def _compare(
    stock: Callable[[], Awaitable[None]], ours: Callable[[], Awaitable[None]]
) -> dict[str, dict[str, object]]:
    """The first of each is not counted: it reads the models of the services from disk."""
    taken: dict[str, list[tuple[float, float]]] = {"stock": [], "ours": []}
    for _ in range(TURNS + 1):
        for name, turn in (("stock", stock), ("ours", ours)):
            taken[name].append(await _timed(turn))
    return {
        name: {
            "milliseconds": Figures.of([at for at, _ in turns[1:]]).as_json(),
            "loop_stood_still": Figures.of([still for _, still in turns[1:]]).as_json(),
        }
        for name, turns in taken.items()
    }


async def _timed(turn: Callable[[], Awaitable[None]]) -> tuple[float, float]:
    """Milliseconds: until the first piece, and the longest gap of the loop meanwhile."""
    longest = 0.0

    async def tick() -> None:
        nonlocal longest
        while True:
            at = time.perf_counter()
            await asyncio.sleep(TICK_S)
            longest = max(longest, time.perf_counter() - at - TICK_S)

    ticking = asyncio.create_task(tick())
    began = time.perf_counter()
    await turn()
    took = time.perf_counter() - began
    ticking.cancel()
    with suppress(asyncio.CancelledError):
        await ticking
    return 1000 * took, 1000 * longest


_STOCK = AioSession()
_STOCK.set_config_variable("region", "us-east-1")


def _stock_brain() -> llm.LLM[str]:
    return aws.LLM(model="amazon.nova-lite-v1:0", session=_STOCK)


def _stock_voice() -> tts.TTS[str]:
    return aws.TTS(voice="Ruth", speech_engine="neural", session=_STOCK)


async def _first_word(brain: llm.LLM[str]) -> None:
    context = llm.ChatContext.empty()
    context.add_message(role="user", content="Good day.")
    async with brain.chat(chat_ctx=context) as answer:
        async for chunk in answer:
            if chunk.has_response():
                return


async def _first_sound(voice: tts.TTS[str]) -> None:
    async with voice.synthesize("Good day.") as sound:
        async for _ in sound:
            return


@asynccontextmanager
async def _amazon(folder: Path) -> AsyncIterator[None]:
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    ensure_certificate(certificate, key)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    app = web.Application()
    app.add_routes(amazon.routes(Script()))
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    address = f"https://localhost:{runner.addresses[0][1]}"
    os.environ |= {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_CA_BUNDLE": str(certificate),
        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME": address,
        "AWS_ENDPOINT_URL_POLLY": address,
    }
    try:
        yield
    finally:
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main())
