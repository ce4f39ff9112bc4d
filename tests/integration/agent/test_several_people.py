"""Two people in one room, who speak for real: who said what, what they are answered, and who goes is gone."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack

import pytest

from echosphere.domain.message import Role
from echosphere.domain.session import Session
from tests.integration.agent.person import Person
from tests.integration.agent.place import Place

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]

HALF_S = 2.0  # of what the guest says when they are sent out
TRIES = 3  # these ears mishear one sentence in five
PEOPLE = int(os.environ.get("ROOM_PEOPLE", "3"))  # ten in `make test-long`: each is a process of its own


def said_by(place: Place, session: Session, identity: str) -> list[str]:
    return [message.text for message in place.messages(session) if message.speaker == identity]


type Ask = Callable[[str], Coroutine[None, None, object]]


async def answer_to(host: Person, ask: Ask, question: str) -> str:
    """As the host hears it, whoever asked."""
    said = len(host.agent_said)
    await ask(question)
    await host.until(lambda: len(host.agent_said) > said)
    await host.until_agent_listens()
    return " ".join(host.agent_said[said:])


async def is_answered(host: Person, ask: Ask, question: str, answer: str) -> bool:
    for _ in range(TRIES):
        if answer in await answer_to(host, ask, question):
            return True
    return False


def has_sounded_for(person: Person, since: float, seconds: float) -> bool:
    began_at = person.first_sound_after(since)
    return began_at is not None and time.monotonic() - began_at >= seconds


async def test_each_of_two_people_is_heard_under_their_own_name_and_answered(place: Place) -> None:
    session = place.new_session()

    async with place.visit(session) as host, place.guest(session) as guest:
        await host.until_greeted()
        assert await is_answered(host, guest.say, "What is two plus two?", "2 plus 2 is 4."), place.messages(session)
        assert await is_answered(host, host.say, "What is twelve times seven?", "12 times 7 is 84."), place.messages(
            session
        )

        assert any("two plus two" in text for text in said_by(place, session, guest.identity))
        assert any("twelve times seven" in text for text in said_by(place, session, session.participant_identity))
        assert all(message.speaker for message in place.messages(session) if message.role is Role.USER)
        assert {who for who, _ in await guest.read()} >= {guest.identity, session.participant_identity}

        said, asked_at = len(said_by(place, session, guest.identity)), time.monotonic()
        await guest.say("What is two plus two and what is three plus three and what is four plus four?")
        await host.until(lambda: has_sounded_for(host, asked_at, HALF_S))
        await asyncio.to_thread(place.ports.rooms.remove, session.room_name, guest.identity)
        await asyncio.to_thread(place.ports.rooms.remove, session.room_name, guest.identity)  # as when it is sent again

        await host.until(lambda: len(said_by(place, session, guest.identity)) > said)
        async with asyncio.timeout(15):
            while not await guest.is_out():  # noqa: ASYNC110  # its process hears of it by itself
                await asyncio.sleep(0.1)


async def test_everybody_in_a_room_of_many_is_heard_under_their_own_name_and_answered(place: Place) -> None:
    session = place.new_session()

    async with AsyncExitStack() as room:
        host = await room.enter_async_context(place.visit(session))
        guests = [await room.enter_async_context(place.guest(session, hears=False)) for _ in range(PEOPLE - 1)]
        await host.until_greeted()
        for guest in guests:
            assert await is_answered(host, guest.say, "What is two plus two?", "2 plus 2 is 4."), guest.identity

        for guest in guests:
            assert any("two plus two" in text for text in said_by(place, session, guest.identity))
        everybody = {session.participant_identity, *(guest.identity for guest in guests)}
        assert {message.speaker for message in place.messages(session) if message.role is Role.USER} <= everybody
        assert {guest.identity for guest in guests} <= {who for who, _ in await guests[0].read()}
