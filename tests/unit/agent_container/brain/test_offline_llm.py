import pytest
from livekit.agents import llm

from agent_container.brain.offline_llm import OfflineBrain, question_in
from agent_container.brain.question import Said
from echosphere.domain.language import Language
from tests.unit.agent_container.brain.asking import NOW, ask, brain_for

pytestmark = pytest.mark.unit
PORTUGUESE = Language.PORTUGUESE


def context(*messages: tuple[llm.ChatRole, str]) -> llm.ChatContext:
    chat = llm.ChatContext.empty()
    for role, text in messages:
        chat.add_message(role=role, content=text, created_at=NOW.timestamp())
    return chat


async def chunks_of_answer(chat: llm.ChatContext) -> list[str]:
    async with OfflineBrain(brain_for(PORTUGUESE)).chat(chat_ctx=chat) as stream:
        return [chunk.delta.content or "" async for chunk in stream if chunk.delta]


async def test_the_answer_streams_word_by_word() -> None:
    chunks = await chunks_of_answer(context(("user", "quanto é 3 mais 4?")))

    assert chunks == ["3 ", "mais ", "4 ", "é ", "7."]


async def test_the_streamed_words_are_the_whole_answer() -> None:
    chunks = await chunks_of_answer(context(("user", "quanto custa?")))

    assert len(chunks) > 1 and "".join(chunks) == ask("quanto custa?", PORTUGUESE)


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
