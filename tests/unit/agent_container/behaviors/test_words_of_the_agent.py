"""What the agent says unasked: the greeting, and that it cannot understand speech here."""

import asyncio

import pytest
from livekit.agents import UserStateChangedEvent

from agent_container.audience import LISTENING
from agent_container.behaviors import admit_deafness, greet_the_person
from tests.examples import a_persona
from tests.unit.agent_container.stand_ins import Scene, set_scene

pytestmark = pytest.mark.unit

FELL_SILENT = UserStateChangedEvent(old_state="speaking", new_state="listening")
BEGAN_TO_SPEAK = UserStateChangedEvent(old_state="listening", new_state="speaking")


async def hear(scene: Scene, *events: UserStateChangedEvent) -> None:
    for event in events:
        scene.spoken.emit("user_state_changed", event)
    await asyncio.gather(*scene.talk._tasks)


async def test_the_agent_speaks_first() -> None:
    scene = set_scene()

    greet_the_person.attach(scene.talk)

    assert scene.spoken.said == [scene.talk.words("greeting")]


async def test_a_persona_greets_by_its_own_name() -> None:
    scene = set_scene()
    scene.talk.persona = a_persona(name="Mina")

    greet_the_person.attach(scene.talk)

    assert "this is Mina" in scene.spoken.said[0]


async def test_its_first_words_are_held_back_until_its_person_listens() -> None:
    scene = set_scene(is_recorded=False)
    greet_the_person.attach(scene.talk)
    assert scene.spoken.loudspeaker.is_held

    scene.job.room.say_of(scene.person, LISTENING)
    await asyncio.gather(*scene.talk._tasks)

    assert not scene.spoken.loudspeaker.is_held


async def test_a_job_that_takes_over_does_not_greet_again() -> None:
    scene = set_scene(is_return=True)

    greet_the_person.attach(scene.talk)

    assert scene.spoken.said == [scene.talk.words("return")]


async def test_who_speaks_to_an_agent_that_cannot_understand_is_told_so_at_once() -> None:
    scene = set_scene()
    admit_deafness.attach(scene.talk)

    await hear(scene, BEGAN_TO_SPEAK, FELL_SILENT)

    assert scene.spoken.said == ["…", scene.talk.words("deaf")]


async def test_it_is_not_said_after_every_sound() -> None:
    scene = set_scene()
    admit_deafness.attach(scene.talk)

    await hear(scene, FELL_SILENT, FELL_SILENT)

    assert scene.spoken.said.count(scene.talk.words("deaf")) == 1
