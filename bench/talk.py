"""Ours beside the usual agent of livekit-agents: the same ears, brain and voice, one server, turn about, by ear.

What is measured is what a client in the room says and hears: no clock and no code of the agents is asked.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import uuid4

import numpy
from livekit import api

from agent_container.audience import LISTENING
from bench.stock_agent import ADVISED, SILENCE_ALONE, make_stock_server
from echosphere.domain.language import Language
from tests.integration.agent.livekit_server import LiveKitServer
from tests.integration.agent.person import LOUD, SAMPLE_RATE, Person, enter, spoken
from tests.integration.agent.place import Place, a_place, agent_settings

OURS = "ours"
AGENTS = (OURS, ADVISED, SILENCE_ALONE)
TURNS = int(os.environ.get("TALK_TURNS", "100"))  # of each agent
GREETINGS, LONG_ANSWERS = 20, 20
A_ROOM = 20  # turns, then another room
QUESTION, VOICE = "What can I ask you?", "rms"  # its answer takes ten seconds: long enough to be interrupted
LONG_QUESTION = "何ができますか"
SPEAKS_MEANWHILE_S = 0.7
WAITS_S = 12.0


@dataclass
class Heard:
    """Milliseconds."""

    greeted: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    silenced: list[float] = field(default_factory=list)
    answered_at_length: list[float] = field(default_factory=list)
    unanswered: int = 0
    went_on: int = 0
    """Interruptions at which it did not fall silent."""


async def measure_talk() -> Mapping[str, Heard]:
    heard = {name: Heard() for name in AGENTS}
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(a_place())
        for name in (ADVISED, SILENCE_ALONE):
            await stack.enter_async_context(_stock(place.livekit, name))
        for name in AGENTS:  # its first talk fills caches
            await _greeting(place, name, Heard())
        for _ in range(GREETINGS):
            for name in AGENTS:
                await _greeting(place, name, heard[name])
        for _ in range(LONG_ANSWERS):
            for name in AGENTS:
                await _long_answer(place, name, heard[name])
        for _ in range(TURNS // A_ROOM):
            for name in AGENTS:
                await _turns(place, name, heard[name])
    return heard


async def _greeting(place: Place, name: str, heard: Heard) -> None:
    asked_at = time.monotonic()
    async with _visit(place, name, Language.ENGLISH) as person:
        heard.greeted.append(1000 * (await _first_sound(person, 0.0) - asked_at))


async def _long_answer(place: Place, name: str, heard: Heard) -> None:
    async with _visit(place, name, Language.JAPANESE) as person:
        await person.until_greeted()
        typed_at = time.monotonic()
        await person.type(LONG_QUESTION)
        heard.answered_at_length.append(1000 * (await _first_sound(person, typed_at) - typed_at))


async def _turns(place: Place, name: str, heard: Heard) -> None:
    """Each question interrupts the answer to the one before it."""
    onset_s = _first_loud_s(spoken(QUESTION, VOICE))
    async with _visit(place, name, Language.ENGLISH) as person:
        await person.until_greeted()
        for _ in range(A_ROOM):
            began_at = time.monotonic() + onset_s
            speaks = person.quiet_s() < SPEAKS_MEANWHILE_S
            said_at = await person.say(QUESTION, voice=VOICE)
            await asyncio.sleep(max(0.0, said_at - time.monotonic()))
            if speaks:
                _note_silence(person, began_at, said_at, heard)
            try:
                heard.answered.append(1000 * (await _first_sound(person, said_at) - said_at))
            except TimeoutError:
                heard.unanswered += 1
            await asyncio.sleep(SPEAKS_MEANWHILE_S)


def _note_silence(person: Person, began_at: float, said_at: float, heard: Heard) -> None:
    """The answer's last sound before the question's end: what comes later is the next answer."""
    during = [at for at, peak in person.heard if began_at < at < said_at and peak > LOUD]
    if not during:
        return  # it had just ended by itself
    last = during[-1]
    if said_at - last < SPEAKS_MEANWHILE_S / 4:
        heard.went_on += 1
    else:
        heard.silenced.append(1000 * (last - began_at))


async def _first_sound(person: Person, moment: float) -> float:
    await person.until(lambda: person.first_sound_after(moment) is not None, timeout_s=WAITS_S)
    sound_at = person.first_sound_after(moment)
    assert sound_at is not None
    return sound_at


def _first_loud_s(pcm: bytes) -> float:
    return float(numpy.argmax(abs(numpy.frombuffer(pcm, numpy.int16).astype(numpy.int32)) > LOUD)) / SAMPLE_RATE


@asynccontextmanager
async def _visit(place: Place, name: str, language: Language) -> AsyncIterator[Person]:
    """As the page comes in: it says that it hears as soon as the agent's voice reaches it."""
    token = (
        place.pass_for(place.new_session(language=language, recorded=False))
        if name == OURS
        else _pass(place.livekit, name, language)
    )
    person = await enter(place.livekit.url, token)

    async def listens() -> None:
        await person.until(lambda: bool(person.heard))
        await person.room.local_participant.set_attributes({LISTENING: "true"})

    saying = asyncio.create_task(listens())
    try:
        yield person
    finally:
        saying.cancel()
        await asyncio.gather(saying, return_exceptions=True)
        await person.leave()


def _pass(livekit: LiveKitServer, name: str, language: Language) -> str:
    room = f"{name}-{uuid4().hex[:12]}"
    dispatch = api.RoomAgentDispatch(agent_name=name, metadata=language.value)
    token = api.AccessToken(livekit.api_key, livekit.api_secret).with_identity("person").with_ttl(timedelta(minutes=10))
    grants = api.VideoGrants(room_join=True, room=room, can_update_own_metadata=True)
    return token.with_grants(grants).with_room_config(api.RoomConfiguration(name=room, agents=[dispatch])).to_jwt()


@asynccontextmanager
async def _stock(livekit: LiveKitServer, name: str) -> AsyncIterator[None]:
    server = make_stock_server(livekit, agent_settings(livekit), name=name)
    registered = asyncio.Event()
    server.on("worker_registered", lambda *_: registered.set())
    running = asyncio.create_task(server.run())
    try:
        async with asyncio.timeout(90):
            await registered.wait()
        yield
    finally:
        await server.aclose()
        with suppress(asyncio.CancelledError):
            await running
