"""What a talk used is written down while it lasts, so that it is known even of one whose agent was killed."""

import pytest

from echosphere.domain.usage import JobUsage, Part
from tests.talks.script import Script, a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk


def used(talk: Script) -> JobUsage:
    (usage,) = talk.talk.ready.ports.usage.list_by_session(talk.talk.session.id)
    return usage


@on_virtual_time
async def test_after_each_answer_it_is_known_what_was_used_so_far() -> None:
    async with a_talk() as talk:
        usages = []
        for _ in range(2):  # behind the greeting, apologies are rendered, too
            await talk.say("What is two plus two?")
            await talk.until_it_listens()
            usages.append(used(talk))

        (before,), (voice,) = ([use for use in each.uses if use.part is Part.VOICE] for each in usages)
        assert voice.characters - before.characters == len("You said: What is two plus two?")
        assert voice.seconds > before.seconds


@on_virtual_time
async def test_everybody_in_the_room_is_counted_for_as_long_as_they_were_there() -> None:
    async with a_talk() as talk:

        async def asked_and_counted() -> tuple[float, float]:
            before = used(talk).participant_s
            await talk.say("What is two plus two?")
            await talk.until(lambda: used(talk).participant_s > before)
            return talk.now, used(talk).participant_s

        first_at, first_s = await asked_and_counted()
        await talk.until_it_listens()
        await talk.wait(5)
        second_at, second_s = await asked_and_counted()

        agent_and_person = 2
        assert second_s - first_s == pytest.approx(agent_and_person * (second_at - first_at), abs=0.2)
