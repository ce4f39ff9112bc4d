"""What a talk tells the worker of itself, and when."""

from dataclasses import replace

import pytest
from livekit.agents import (
    Agent,
    AgentFalseInterruptionEvent,
    CloseEvent,
    CloseReason,
    ConversationItemAddedEvent,
    FunctionToolsExecutedEvent,
    function_tool,
    llm,
)

from agent_container.behaviors import measure_turns, tell_figures
from agent_container.figures.table import FALSE_INTERRUPTIONS, SOUND, TALKS, TOOLS, TURNS, Told
from agent_container.figures.teller import Teller
from agent_container.provider_settings import ProviderName
from agent_container.tools_used import found_by
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

    def tools(self) -> list[str]:
        return [each.labels["tool"] for each in self.told if each.name == TOOLS]


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


async def test_the_skill_that_found_an_answer_is_told_and_no_word_of_it(teller: MemoryTeller) -> None:
    scene = scene_of(teller)
    tell_figures.attach(scene.talk)

    for extra in (found_by("arithmetic"), {}):
        item = llm.ChatMessage(role="assistant", content=["my secret"], extra=extra)
        scene.spoken.emit("conversation_item_added", ConversationItemAddedEvent(item=item))

    assert teller.tools() == ["arithmetic"]


async def test_functions_that_a_model_called_are_told_and_one_that_it_made_up_without_its_name(
    teller: MemoryTeller,
) -> None:
    @function_tool
    async def look_up_a_price() -> str:
        """What something costs."""
        return "nothing"

    scene = scene_of(teller)
    scene.spoken._agent = Agent(instructions="", tools=[look_up_a_price])
    tell_figures.attach(scene.talk)

    calls = [
        llm.FunctionCall(call_id=name, name=name, arguments='{"of": "my secret"}')
        for name in ("look_up_a_price", "my_secret")
    ]
    outputs = [llm.FunctionCallOutput(call_id=call.call_id, output="nothing", is_error=False) for call in calls]
    event = FunctionToolsExecutedEvent(function_calls=calls, function_call_outputs=outputs)
    scene.spoken.emit("function_tools_executed", event)

    assert teller.tools() == ["look_up_a_price", "other"]


async def test_where_nobody_asks_nothing_is_told(teller: MemoryTeller) -> None:
    scene = set_scene()

    tell_figures.attach(scene.talk)
    measure_turns.attach(scene.talk)
    say(scene, "user")
    scene.spoken.emit("close", CloseEvent(reason=CloseReason.USER_INITIATED))

    assert not teller.told
