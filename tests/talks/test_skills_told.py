"""By what the answers of a talk were found is told through LiveKit's own session, which throws some answers away."""

import pytest

from agent_container.behaviors import tell_figures
from agent_container.figures.table import TOOLS, Told
from agent_container.figures.teller import Teller
from tests.talks.script import MEASURING, a_talk
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.talk


class MemoryTeller(Teller):
    def __init__(self) -> None:
        self.told: list[Told] = []

    def tell(self, *told: Told) -> None:
        self.told += [each for each in told if each.name == TOOLS]


@on_virtual_time
async def test_the_skill_of_each_answer_is_told_once_and_greetings_have_none() -> None:
    teller = MemoryTeller()
    async with a_talk(measuring=(*MEASURING, tell_figures.attach), figures=teller) as talk:
        for skill in ("arithmetic", "clock"):
            talk.brain.skill = skill
            await talk.say("What is two plus two?")
            await talk.until_it_listens()

    assert [each.labels for each in teller.told] == [{"tool": "arithmetic"}, {"tool": "clock"}]
