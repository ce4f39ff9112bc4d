"""Whatever a server of one's own answers, it is a judge that is away or a verdict that does not hold: nothing else."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio
from aiohttp import web

from echosphere.adapters.judges.model import openai_model
from echosphere.adapters.judges.model.model_judge import ModelJudge
from echosphere.adapters.judges.model.openai_model import OpenAIModel, open_client
from echosphere.adapters.judges.model.schema import TOOL
from echosphere.domain.errors import EchoSphereError, JudgeUnavailable, VerdictInvalid
from echosphere.domain.usage import Part, Use
from tests.contract.judges.answers import a_call
from tests.contract.judges.test_judges import CALM
from tests.contract.judges.wire import completion

pytestmark = pytest.mark.contract
DROP_S, LONGEST_S = 0.05, 0.3
DEEP = "[" * 200_000

type Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Server:
    address: str
    answer: Answer


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Server]:
    async def answer(request: web.Request) -> web.StreamResponse:
        await request.read()
        return await found.answer(request)

    found = Server("", said("nothing yet"))
    app = web.Application()
    app.router.add_post("/v1/chat/completions", answer)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    found.address = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    yield found
    await runner.cleanup()


def said(text: str, **headers: str) -> Answer:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(text=text, headers=headers)

    return answer


async def by_drops(request: web.Request) -> web.StreamResponse:
    """Each of them within the patience of a read."""
    answer = web.StreamResponse()
    await answer.prepare(request)
    while True:
        await answer.write(b" ")
        await asyncio.sleep(DROP_S)


async def judged(server: Server, *, key: Callable[[], str] | None = None) -> list[Use]:
    """What was used for it."""
    uses = list[Use]()
    with open_client(server.address, key=key) as http:
        judge = ModelJudge(OpenAIModel(http, "qwen3:8b", provider="local"))
        await asyncio.to_thread(judge.judge, CALM, meter=uses.append)
    return uses


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        pytest.param(said("I would say four."), JudgeUnavailable, id="words"),
        pytest.param(said("{}", **{"content-encoding": "gzip"}), JudgeUnavailable, id="packed, and is not"),
        pytest.param(said(DEEP), JudgeUnavailable, id="deep"),
        pytest.param(by_drops, JudgeUnavailable, id="by drops"),
        pytest.param(said("[]"), VerdictInvalid, id="a list"),
        pytest.param(said('{"choices": [{"message": null}]}'), VerdictInvalid, id="no message"),
        pytest.param(
            said(
                json.dumps(
                    {"choices": [{"message": {"tool_calls": [{"function": {"name": TOOL, "arguments": DEEP}}]}}]}
                )
            ),
            VerdictInvalid,
            id="deep arguments",
        ),
    ],
)
async def test_rubbish_has_our_name(
    server: Server, answer: Answer, error: type[EchoSphereError], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(openai_model, "LONGEST_ANSWER_S", LONGEST_S)
    server.answer = answer

    with pytest.raises(error):
        await judged(server)


async def test_a_judge_whose_key_cannot_be_read_is_away_and_is_not_asked(server: Server) -> None:
    def key() -> str:
        raise JudgeUnavailable

    async def answer(request: web.Request) -> web.Response:
        asked.append(request.path)
        return web.json_response(completion(a_call(), tool=TOOL))

    asked = list[str]()
    server.answer = answer

    with pytest.raises(JudgeUnavailable):
        await judged(server, key=key)
    assert asked == []


@pytest.mark.parametrize("tokens", ["many", -5, 1e400, 10**40, [], None], ids=repr)
async def test_a_server_that_cannot_count_has_counted_nothing(server: Server, tokens: object) -> None:
    usage = {"prompt_tokens": tokens, "completion_tokens": 80}
    server.answer = said(json.dumps({**completion(a_call(), tool=TOOL), "usage": usage}))

    assert await judged(server) == [
        Use(part=Part.JUDGE, provider="local", model="qwen3:8b", tokens_in=0, tokens_out=80)
    ]
