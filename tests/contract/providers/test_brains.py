"""What every brain promises: words as they come, what they cost, errors that say whether to ask again, no traces."""

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest
from aiobotocore.config import AioConfig
from livekit.agents import APIConnectOptions, APIError, APIStatusError, llm

from agent_container.provider_settings import ProviderName
from agent_container.providers.aws import warm_session
from echosphere.domain.language import Language
from tests.contract.providers.conftest import Make
from tests.contract.providers.wire.script import Fault, Script

pytestmark = [
    pytest.mark.contract,
    # Google's client inherits from aiohttp's, as aiohttp would not have it.
    pytest.mark.filterwarnings("ignore:Inheritance class AiohttpClientSession:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:.*Connection.__del__:pytest.PytestUnraisableExceptionWarning"),
]
BRAINS: list[ProviderName] = ["aws", "google", "ollama", "openai"]
SILENCE_S = 0.3  # seconds in the product
ONCE = APIConnectOptions(max_retry=0, timeout=5)


@pytest.fixture(params=BRAINS)
def brain(request: pytest.FixtureRequest, make: Make) -> Iterator[llm.LLM[str]]:
    models = {"ollama": {"brain": "llama3.2:latest"}}
    providers = make(request.param, "brain", models=models, temperature=0.25, max_answer_tokens=99)
    providers.prewarm()
    yield providers.brain(Language.JAPANESE)
    if request.param == "google":  # its client leaves a connection that broke to Python
        gc.collect()


def ask(brain: llm.LLM[str], text: str = "日本語で ☀?", conn_options: APIConnectOptions = ONCE) -> llm.LLMStream:
    context = llm.ChatContext.empty()
    context.add_message(role="system", content="Be brief.")
    context.add_message(role="user", content=text)
    return brain.chat(chat_ctx=context, conn_options=conn_options)


async def test_its_first_word_is_there_before_its_last(brain: llm.LLM[str], script: Script) -> None:
    script.go_on.clear()
    async with ask(brain) as answer:
        first = await anext(chunk.delta.content async for chunk in answer if chunk.delta and chunk.delta.content)
        assert first == script.words[0]

        script.go_on.set()
        rest = [chunk.delta.content async for chunk in answer if chunk.delta and chunk.delta.content]
        assert first + "".join(rest) == script.text


async def test_it_says_what_it_used(brain: llm.LLM[str]) -> None:
    usage = (await ask(brain).collect()).usage

    assert usage is not None and (usage.prompt_tokens, usage.completion_tokens) == (5, 3)


async def test_it_asks_for_what_the_settings_say(brain: llm.LLM[str], script: Script) -> None:
    await ask(brain, "日本語で ☀?").collect()

    (asked,) = script.requests
    assert "日本語で ☀?" in str(asked) and "Be brief." in str(asked)
    assert {"0.25", "99"} <= {str(value) for value in _values(asked)}


async def test_it_keeps_its_connection_from_turn_to_turn(brain: llm.LLM[str], script: Script) -> None:
    for _ in range(3):
        await ask(brain).collect()

    assert len(script.callers) == 1


async def test_an_empty_question_is_answered_or_refused(brain: llm.LLM[str], script: Script) -> None:
    """Gemini's client alone refuses it, and nobody's hangs."""
    if brain.provider == "Gemini":
        with pytest.raises(APIError):
            await ask(brain, "").collect()
    else:
        assert (await ask(brain, "").collect()).text == script.text


@pytest.mark.parametrize(("fault", "status"), [(Fault.THROTTLE, 429), (Fault.BROKEN, 500), (Fault.REFUSED, 403)])
async def test_a_refusal_says_whether_to_ask_again(
    brain: llm.LLM[str], script: Script, fault: Fault, status: int
) -> None:
    script.fault = fault

    with pytest.raises(APIStatusError) as refusal:
        await ask(brain).collect()
    assert refusal.value.status_code == status and refusal.value.retryable == (fault is not Fault.REFUSED)


async def test_silence_is_an_error_in_time(
    brain: llm.LLM[str], script: Script, monkeypatch: pytest.MonkeyPatch
) -> None:
    script.fault = Fault.SILENCE
    # Bedrock's plugin does not read the time that it is given; its client has one.
    monkeypatch.setattr(warm_session, "CONFIG", warm_session.CONFIG.merge(AioConfig(read_timeout=SILENCE_S)))

    with pytest.raises(APIError) as failure:
        await ask(brain, conn_options=replace(ONCE, timeout=SILENCE_S)).collect()
    assert failure.value.retryable
    await script.until_everybody_left()


async def test_an_answer_that_breaks_off_is_not_asked_for_again(brain: llm.LLM[str], script: Script) -> None:
    script.fault = Fault.CUT

    with pytest.raises(APIError) as failure:
        await ask(brain).collect()
    assert not failure.value.retryable


async def test_a_cancelled_answer_leaves_nothing_running(brain: llm.LLM[str], script: Script) -> None:
    script.go_on.clear()
    answer = ask(brain)
    await script.until_called()

    await answer.aclose()

    await script.until_everybody_left()


def _values(tree: object) -> list[object]:
    if isinstance(tree, dict):
        return [leaf for branch in tree.values() for leaf in _values(branch)]
    if isinstance(tree, list):
        return [leaf for branch in tree for leaf in _values(branch)]
    return [tree]
