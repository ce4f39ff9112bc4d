"""What the agent does when nobody speaks."""

from collections.abc import Awaitable, Callable

import pytest

from echosphere.domain.session import EndReason, SessionStatus
from tests.talks.script import Script, a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk

type Way = Callable[[Script, str], Awaitable[object]]

WAYS = [pytest.param(Script.say, id="spoken"), pytest.param(Script.type, id="typed")]
STILL_THERE = "Are you still there? Take your time."


def last_words(script: Script) -> str:
    return script.said[-1]


@on_virtual_time
async def test_who_falls_silent_is_asked_once_whether_they_are_there() -> None:
    async with a_talk(check_in_after_s=30, end_after_silence_s=120) as talk:
        await talk.wait(29)
        assert len(talk.said) == 1  # the greeting

        await talk.wait(60)
        assert talk.said[1:] == [STILL_THERE]


@on_virtual_time
async def test_of_who_stays_silent_the_agent_takes_leave_and_the_talk_is_over() -> None:
    async with a_talk(check_in_after_s=30, end_after_silence_s=120) as talk:
        await talk.wait(119)
        assert talk.stored.status is SessionStatus.ACTIVE

        await talk.wait(12)  # 1 s that is left, and the goodbye
        assert talk.said[-1].startswith("I have not heard from you")
        assert (talk.stored.status, talk.stored.end_reason) == (SessionStatus.ENDED, EndReason.FELL_SILENT)


@pytest.mark.parametrize("way", WAYS)
@on_virtual_time
async def test_a_word_breaks_the_silence(way: Way) -> None:
    async with a_talk(check_in_after_s=30, end_after_silence_s=120) as talk:
        await talk.wait(100)  # 70 s after the question whether somebody is there
        await way(talk, "Yes, I am here.")
        await talk.until_it_listens()
        await talk.wait(29)  # 129 s after the last word but this

        assert talk.stored.status is SessionStatus.ACTIVE
        assert talk.said[-2:] == ["Yes, I am here.", "You said: Yes, I am here."]


@pytest.mark.parametrize("way", WAYS)
@on_virtual_time
async def test_who_breaks_the_silence_in_time_is_not_asked(way: Way) -> None:
    async with a_talk(check_in_after_s=30, end_after_silence_s=120) as talk:
        await talk.wait(20)
        await way(talk, "One moment.")
        await talk.until_it_listens()
        await talk.wait(29)

        assert STILL_THERE not in talk.said


@pytest.mark.parametrize("way", WAYS)
@on_virtual_time
async def test_who_speaks_or_types_during_the_goodbye_is_not_left(way: Way) -> None:
    async with a_talk(check_in_after_s=30, end_after_silence_s=60) as talk:
        await talk.wait(61)
        assert talk.speaker.is_sounding
        await way(talk, "No, wait!")
        await talk.until_it_listens()
        await talk.wait(20)

        assert talk.stored.status is SessionStatus.ACTIVE
        assert talk.said[-1] == "You said: No, wait!"

        await talk.wait(70)  # the silence counts from there
        assert talk.stored.end_reason is EndReason.FELL_SILENT


@on_virtual_time
async def test_nobody_is_asked_in_an_empty_room() -> None:
    async with a_talk(check_in_after_s=10, return_grace_s=60) as talk:
        talk.leave()
        await talk.wait(30)
        assert STILL_THERE not in talk.said

        talk.come()
        talk.hear()
        await talk.wait(15)
        assert talk.said[-1] == STILL_THERE


@on_virtual_time
async def test_a_talk_at_its_limit_is_announced_and_then_ended_with_a_goodbye() -> None:
    async with a_talk(longest_talk_s=600, check_in_after_s=9_000, end_after_silence_s=9_000) as talk:
        await talk.wait(545)  # the greeting took some seconds of the 600
        assert talk.said[-1] == "One minute is left of this talk."
        assert talk.stored.status is SessionStatus.ACTIVE

        await talk.wait(65)
        assert talk.said[-1].startswith("Our time is up.")
        assert (talk.stored.status, talk.stored.end_reason) == (SessionStatus.ENDED, EndReason.LIMIT_REACHED)
        assert talk.stored.duration_s == pytest.approx(605, abs=3)


@on_virtual_time
async def test_an_answer_does_not_hold_up_the_end() -> None:
    async with a_talk(longest_talk_s=100, check_in_after_s=9_000, end_after_silence_s=9_000) as talk:
        talk.brain.answer = lambda _question: "blah " * 1_000  # 300 s of speech
        await talk.wait(60)
        await talk.say("Tell me everything.")
        await talk.wait(45)

        assert talk.stored.end_reason is EndReason.LIMIT_REACHED
        assert talk.stored.duration_s == pytest.approx(104, abs=3)
