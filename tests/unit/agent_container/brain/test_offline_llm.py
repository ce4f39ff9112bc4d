import asyncio
import threading

import pytest
from livekit.agents import llm

from agent_container.brain.brain import Brain, brain_for
from agent_container.brain.offline_llm import OfflineBrain, question_in
from agent_container.brain.question import Found, Question, Said
from agent_container.bridge import Bridge
from agent_container.tools_used import results_of, skill_of
from echosphere.domain.language import Language
from echosphere.domain.message import ToolResult
from tests.unit.agent_container.brain.asking import NOW, ask, question

pytestmark = pytest.mark.unit
PORTUGUESE = Language.PORTUGUESE


def context(*messages: tuple[llm.ChatRole, str]) -> llm.ChatContext:
    chat = llm.ChatContext.empty()
    for role, text in messages:
        chat.add_message(role=role, content=text, created_at=NOW.timestamp())
    return chat


async def chunks_of_answer(chat: llm.ChatContext) -> list[str]:
    thinking = Bridge("brain")
    async with OfflineBrain(brain_for(PORTUGUESE), thinking).chat(chat_ctx=chat) as stream:
        chunks = [chunk.delta.content or "" async for chunk in stream if chunk.delta]
    thinking.close()
    return chunks


async def test_the_answer_streams_word_by_word() -> None:
    chunks = await chunks_of_answer(context(("user", "quanto é 3 mais 4?")))

    assert chunks == ["3 ", "mais ", "4 ", "é ", "7."]


async def test_the_streamed_words_are_the_whole_answer() -> None:
    chunks = await chunks_of_answer(context(("user", "quanto custa?")))

    assert len(chunks) > 1 and "".join(chunks) == ask("quanto custa?", PORTUGUESE)


async def test_an_answer_says_by_which_skill_it_was_found_and_what_that_gave() -> None:
    thinking = Bridge("brain")
    async with OfflineBrain(brain_for(PORTUGUESE), thinking).chat(
        chat_ctx=context(("user", "quanto é 3 mais 4?"))
    ) as stream:
        told = [chunk.delta.extra async for chunk in stream if chunk.delta]
    thinking.close()

    assert {skill_of(extra or {}) for extra in told} == {"arithmetic"}
    assert all(results_of(extra or {}) == [ToolResult("arithmetic", "3 mais 4 é 7.")] for extra in told)


@pytest.mark.parametrize(
    ("asked", "skill"),
    [
        ("What is two plus two?", "arithmetic"),
        ("What time is it?", "clock"),
        ("How many feet are in a mile?", "units"),
        ("Hello!", "courtesy"),
        ("What is EchoSphere?", "look_up"),
        ("Who won the football match last night?", "refuse"),
    ],
)
def test_each_skill_is_told_by_its_name(asked: str, skill: str) -> None:
    assert brain_for(Language.ENGLISH).find(question(asked)).skill == skill


@pytest.mark.parametrize("asked", ["What is two plus two?", "What time is it?", "What is EchoSphere?"])
def test_what_was_looked_up_or_computed_is_told_beside_the_answer(asked: str) -> None:
    found = brain_for(Language.ENGLISH).find(question(asked))

    assert found.result == found.text


@pytest.mark.parametrize("asked", ["Hello!", "Who won the football match last night?", "flibber wug zant"])
def test_a_courtesy_and_a_refusal_were_looked_up_nowhere(asked: str) -> None:
    assert brain_for(Language.ENGLISH).find(question(asked)).result is None


def test_a_question_back_was_looked_up_nowhere() -> None:
    found = brain_for(PORTUGUESE).find(question("laptop dados", PORTUGUESE))

    assert (found.skill, found.result) == ("ask_back", None)


class SlowBrain(Brain):
    """Thinks until it is let go."""

    def __init__(self) -> None:
        self.language = PORTUGUESE
        self.may_answer = threading.Event()

    def find(self, question: Question) -> Found:
        assert self.may_answer.wait(timeout=10), "the loop stood still"
        return Found("pronto", "courtesy")


async def test_the_loop_goes_on_while_the_brain_thinks() -> None:
    brain, thinking = SlowBrain(), Bridge("brain")

    async with OfflineBrain(brain, thinking).chat(chat_ctx=context(("user", "oi"))) as stream:
        asyncio.get_running_loop().call_soon(brain.may_answer.set)
        answer = [chunk.delta.content async for chunk in stream if chunk.delta]

    thinking.close()
    assert answer == ["pronto"]


async def test_the_words_of_this_talk_reach_the_brain() -> None:
    chat = context(("user", "oi"), ("assistant", "Olá!"), ("user", "pode repetir"))

    assert "Olá!" in "".join(await chunks_of_answer(chat))


async def test_before_anything_was_said_it_has_not_understood() -> None:
    assert "".join(await chunks_of_answer(context())) == ask("", PORTUGUESE)


def test_the_last_words_of_the_person_are_the_question() -> None:
    chat = context(("system", "Be kind."), ("user", "a"), ("assistant", "A"), ("user", "b"), ("assistant", "late"))

    question = question_in(chat, brain_for(PORTUGUESE))

    assert question.text == "b"
    assert question.said_before == (Said("user", "a", NOW), Said("assistant", "A", NOW))
