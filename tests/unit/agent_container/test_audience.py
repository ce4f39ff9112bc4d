"""The agent's first words wait for those who must hear them, but not for long."""

import asyncio
from collections.abc import Iterator
from typing import cast

import pytest
from livekit import rtc

from agent_container import audience
from agent_container.audience import LISTENING, until_all_listen
from tests.unit.agent_container.stand_ins import Room

pytestmark = pytest.mark.unit
PERSON = "person-1"


@pytest.fixture
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audience, "PERSON_S", 0.0)
    monkeypatch.setattr(audience, "RECORDER_S", 0.0)


@pytest.fixture
def endless_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audience, "PERSON_S", 3600.0)
    monkeypatch.setattr(audience, "RECORDER_S", 3600.0)


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room()
    yield room
    assert not any(room._events.values()), "somebody still listens for news"


def waiting_for(room: Room, *, is_recorded: bool) -> asyncio.Task[None]:
    return asyncio.create_task(until_all_listen(cast("rtc.Room", room), PERSON, is_recorded=is_recorded))


async def settled() -> None:
    """Every task has gone as far as it can without news."""
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.mark.usefixtures("endless_patience")
async def test_a_talk_that_is_not_recorded_waits_for_its_person_alone(room: Room) -> None:
    waiting = waiting_for(room, is_recorded=False)
    room.come(PERSON)
    await settled()
    assert not waiting.done()

    room.say_of(PERSON, LISTENING)

    await waiting


@pytest.mark.usefixtures("endless_patience")
@pytest.mark.parametrize("recorder_first", [True, False])
async def test_a_recorded_talk_waits_for_both_whoever_is_first(room: Room, recorder_first: bool) -> None:
    waiting = waiting_for(room, is_recorded=True)
    room.come(PERSON)
    if recorder_first:
        room.begin_to_record()
    else:
        room.say_of(PERSON, LISTENING)
    await settled()
    assert not waiting.done()

    if recorder_first:
        room.say_of(PERSON, LISTENING)
    else:
        room.begin_to_record()

    await waiting


@pytest.mark.usefixtures("endless_patience")
async def test_who_was_there_before_is_not_waited_for(room: Room) -> None:
    room.come(PERSON)
    room.say_of(PERSON, LISTENING)
    room.begin_to_record()

    await waiting_for(room, is_recorded=True)


@pytest.mark.usefixtures("no_patience")
async def test_a_client_that_does_not_say_that_it_listens_and_a_recorder_that_is_late_hold_nobody_up(
    room: Room,
) -> None:
    room.come(PERSON)

    await waiting_for(room, is_recorded=True)


@pytest.mark.usefixtures("no_patience")
async def test_a_person_who_has_not_come_is_waited_for(room: Room) -> None:
    waiting = waiting_for(room, is_recorded=False)
    room.come("somebody else")
    await settled()
    assert not waiting.done()

    room.come(PERSON)

    await waiting
