"""Of several brains the first that can answers, and nobody waits for one that is silent."""

import asyncio
import logging
from collections.abc import Callable

import pytest
from livekit.agents import APIConnectionError, APIConnectOptions, APIError, APIStatusError, llm

from agent_container.providers.chain.brain import ChainedBrain
from agent_container.providers.chain.links import Link, Links, Patience
from tests.unit.agent_container.providers.chain.actors import Brain

pytestmark = pytest.mark.unit
NEVER_HANGS_S = 5
ONCE = APIConnectOptions(max_retry=0)
SOON = Patience(first_s=0.2, last_s=0.2, stall_s=0.2)
BROKEN = APIConnectionError()


def chain(*brains: Brain, patience: Patience = SOON, tell: Callable[[], None] = lambda: None) -> ChainedBrain:
    first, *others = brains
    links = [Link("aws", first), *(Link("local", other) for other in others)]
    return ChainedBrain(Links("brain", links, patience=patience, tell=tell))


async def answer(brain: ChainedBrain, context: llm.ChatContext | None = None) -> str:
    async with asyncio.timeout(NEVER_HANGS_S):
        said = await brain.chat(chat_ctx=context or llm.ChatContext.empty(), conn_options=ONCE).collect()
    return said.text


async def test_the_first_answers_and_the_others_are_not_asked() -> None:
    other = Brain("no")

    assert await answer(chain(Brain("good ", "day"), other)) == "good day"
    assert other.asked == 0


@pytest.mark.parametrize("fault", [BROKEN, APIStatusError("", status_code=403), TimeoutError(), OSError(), None])
async def test_the_next_answers_for_one_that_fails_or_is_silent(fault: Exception | None) -> None:
    assert await answer(chain(Brain(fault), Brain("here"))) == "here"


async def test_who_failed_is_not_asked_again_at_once() -> None:
    first = Brain(BROKEN)
    brain = chain(first, Brain("here"))

    await answer(brain)
    await answer(brain)

    assert first.asked == 1


async def test_who_is_silent_is_not_left_running() -> None:
    silent = Brain(None)

    await answer(chain(silent, Brain("here")))

    assert silent.running == 0


async def test_when_all_have_failed_they_are_asked_all_the_same() -> None:
    first, second = Brain(BROKEN), Brain(BROKEN)
    brain = chain(first, second)
    with pytest.raises(APIConnectionError):
        await answer(brain)

    first.pieces = ["back"]

    assert await answer(brain) == "back"


async def test_an_answer_that_breaks_off_is_not_begun_anew_by_another() -> None:
    other = Brain("from the start")

    with pytest.raises(APIError) as failure:
        await answer(chain(Brain("half ", BROKEN), other))

    assert not failure.value.retryable and other.asked == 0


async def test_an_answer_that_stalls_is_given_up() -> None:
    stalled = Brain("half ", None)

    with pytest.raises(APIError):
        await answer(chain(stalled, Brain("no")))
    assert stalled.running == 0


async def test_a_cancelled_answer_leaves_nothing_running() -> None:
    silent = Brain(None)
    asking = chain(silent, patience=Patience()).chat(chat_ctx=llm.ChatContext.empty(), conn_options=ONCE)
    await silent.began.wait()

    await asking.aclose()

    assert silent.running == 0


async def test_it_is_told_who_serves_when_that_changes() -> None:
    told = []
    brain = chain(Brain(BROKEN), Brain("here"), tell=lambda: told.append(brain.links.serving.name))

    await answer(brain)
    await answer(brain)

    assert told == ["local"]


async def test_no_word_of_an_answer_or_an_error_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(APIError):
        await answer(chain(Brain("secret ", APIConnectionError("hidden")), Brain("no")))

    lines = " ".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert "provider" in lines and "secret" not in lines and "hidden" not in lines


async def test_closing_it_closes_all_of_them() -> None:
    brains = Brain(), Brain()

    await chain(*brains).aclose()

    assert all(brain.is_closed for brain in brains)
