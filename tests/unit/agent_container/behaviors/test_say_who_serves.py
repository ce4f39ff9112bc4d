"""The page can say who hears, thinks and speaks, also when another takes over."""

import asyncio

import pytest

from agent_container.behaviors import say_who_serves
from tests.unit.agent_container.stand_ins import Scene, Voiceless, set_scene

pytestmark = pytest.mark.unit


async def said(scene: Scene) -> dict[str, str]:
    await asyncio.sleep(0)
    return scene.job.room.local_participant.attributes


async def test_the_agent_says_who_does_each_part() -> None:
    scene = set_scene()

    say_who_serves.attach(scene.talk)

    assert await said(scene) == {
        "echosphere.ears": "none",
        "echosphere.brain": "local",
        "echosphere.voice": "aws neural",
    }


async def test_it_says_so_again_when_another_takes_over() -> None:
    scene = set_scene()
    say_who_serves.attach(scene.talk)
    providers = scene.talk.ready.providers
    assert isinstance(providers, Voiceless)

    providers.change("voice", "elevenlabs eleven_flash_v2_5")

    assert (await said(scene))["echosphere.voice"] == "elevenlabs eleven_flash_v2_5"
