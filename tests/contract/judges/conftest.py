"""Each judge, and loopback where it asks."""

from collections.abc import AsyncIterator, Iterator

import boto3
import pytest
import pytest_asyncio
from aiohttp import web
from botocore.config import Config

from echosphere.adapters.judges.model import openai_model
from echosphere.adapters.judges.model.bedrock_model import PATIENCE, BedrockModel
from echosphere.adapters.judges.model.model_judge import ModelJudge
from echosphere.adapters.judges.model.openai_model import OpenAIModel, open_client
from echosphere.adapters.judges.rules.judge import RuleJudge
from echosphere.ports import Judge
from tests.contract.judges.answers import verdict_of
from tests.contract.judges.wire import Mind, routes

IMPATIENT_S = 1.0


@pytest.fixture
def mind() -> Mind:
    return Mind([verdict_of])


@pytest_asyncio.fixture
async def loopback(mind: Mind) -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes(routes(mind))
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.fixture
def judge(request: pytest.FixtureRequest, loopback: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Judge]:
    """By the name of its kind, given by the test's parameter."""
    match request.param:
        case "rules":
            yield RuleJudge()
        case "bedrock":
            client = boto3.client(
                "bedrock-runtime",
                region_name="us-east-1",
                endpoint_url=loopback,
                aws_access_key_id="test",
                aws_secret_access_key="test",
                config=PATIENCE.merge(Config(read_timeout=IMPATIENT_S)),
            )
            yield ModelJudge(BedrockModel(client, "global.anthropic.claude-x-v1:0"))
            client.close()
        case "openai":
            monkeypatch.setattr(openai_model, "PATIENCE", IMPATIENT_S)
            with open_client(f"{loopback}/openai/v1", key=lambda: "a-key") as http:
                yield ModelJudge(OpenAIModel(http, "qwen3:8b", provider="local"))
