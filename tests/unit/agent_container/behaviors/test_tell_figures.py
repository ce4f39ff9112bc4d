"""What a talk tells the worker of itself, and when."""

from dataclasses import replace

import pytest
from livekit.agents import AgentFalseInterruptionEvent, CloseEvent, CloseReason, ConversationItemAddedEvent, llm

from agent_container.behaviors import measure_turns, tell_figures
from agent_container.figures.table import FALSE_INTERRUPTIONS, SOUND, TALKS, TURNS, Told
from agent_container.figures.teller import Teller
from agent_container.provider_settings import ProviderName
from echosphere.domain.usage import Part, Use
from tests.unit.agent_container.stand_ins import Scene, set_scene

pytestmark = pytest.mark.unit
SERVES: ProviderName = "local"


class MemoryTeller(Teller):
    def __init__(self) -> None:
        self.told: list[Told] = []

    def tell(self, *told: Told) -> None:
        self.told += told

    def sum(self, name: str) -> float:
        return sum(each.value for each in self.told if each.name == name)


@pytest.fixture
def teller() -> MemoryTeller:
    return MemoryTeller()


def scene_of(teller: MemoryTeller) -> Scene:
    scene = set_scene()
    scene.talk.ready = replace(scene.talk.ready, figures=teller)
    return scene


def say(scene: Scene, role: llm.ChatRole) -> None:
    item = llm.ChatMessage(role=role, content=["my secret"])
    scene.spoken.emit("conversation_item_added", ConversationItemAddedEvent(item=item))


async def test_a_talk_is_told_when_it_begins(teller: MemoryTeller) -> None:
    scene = scene_of(teller)
    tell_figures.attach(scene.talk)

    assert [(each.name, each.labels) for each in teller.told] == [(TALKS, {"language": "en-US"})]


async def test_what_was_used_is_told_after_each_answer_and_at_the_end_each_once(
    teller: MemoryTeller,
) -> None:
    scene = scene_of(teller)
    tell_figures.attach(scene.talk)
    meter = scene.talk.ready.providers.meter

    for answer in range(2):
        meter._uses = (Use(part=Part.VOICE, provider=SERVES, seconds=1.5 * (answer + 1)),)
        say(scene, "assistant")
    scene.spoken.emit("close", CloseEvent(reason=CloseReason.USER_INITIATED))

    assert teller.sum(SOUND) == 3.0


async def test_a_turn_is_told_when_the_next_begins_and_the_last_at_the_end(teller: MemoryTeller) -> None:
    scene = scene_of(teller)
    measure_turns.attach(scene.talk)

    say(scene, "user")
    assert teller.sum(TURNS) == 0
    say(scene, "user")
    assert teller.sum(TURNS) == 1
    scene.spoken.emit("close", CloseEvent(reason=CloseReason.USER_INITIATED))
    assert teller.sum(TURNS) == 2


async def test_a_stop_for_a_sound_that_was_no_words_is_told(teller: MemoryTeller) -> None:
    scene = scene_of(teller)
    tell_figures.attach(scene.talk)

    scene.spoken.emit("agent_false_interruption", AgentFalseInterruptionEvent(resumed=True))

    assert teller.sum(FALSE_INTERRUPTIONS) == 1


async def test_where_nobody_asks_nothing_is_told(teller: MemoryTeller) -> None:
    scene = set_scene()

    tell_figures.attach(scene.talk)
    measure_turns.attach(scene.talk)
    say(scene, "user")
    scene.spoken.emit("close", CloseEvent(reason=CloseReason.USER_INITIATED))

    assert not teller.told
