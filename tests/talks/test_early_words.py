"""What was said while the room was connecting is answered, and never in the same breath as the greeting."""

import pytest

from echosphere.domain.message import Role
from tests.talks.script import a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk

EARLY = "What time is it?"
ANSWER = f"You said: {EARLY}"


@on_virtual_time
async def test_it_is_answered_once_and_whole() -> None:
    async with a_talk(said_early=EARLY) as talk:
        assert talk.brain.asked.count(EARLY) >= 1
        assert [message.text for message in talk.messages if message.role is Role.USER] == [EARLY]
        answers = [message for message in talk.messages if message.text == ANSWER]
        assert [answer.interrupted for answer in answers] == [False]


@on_virtual_time
async def test_the_answer_takes_the_place_of_a_greeting_that_nobody_has_heard() -> None:
    async with a_talk(said_early=EARLY) as talk:
        assert talk.said == [EARLY, ANSWER]


@on_virtual_time
async def test_who_says_nothing_is_greeted() -> None:
    async with a_talk() as talk:
        assert [message.role for message in talk.messages] == [Role.ASSISTANT]
