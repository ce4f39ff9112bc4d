"""A place to talk: the real LiveKit server and the real agent, with the core in memory."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace

from livekit import api, rtc
from livekit.agents import JobExecutorType

from agent_container.agent import hold_talk
from agent_container.server import make_server
from agent_container.settings import AgentSettings
from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.livekit_rooms import LiveKitRooms
from echosphere.adapters.memory import memory_ports
from echosphere.adapters.system_clock import SystemClock
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_guest_identity
from echosphere.domain.message import Message
from echosphere.domain.session import Session
from echosphere.ports import Ports
from tests.examples import a_session
from tests.free_port import free_port
from tests.integration.agent.livekit_server import LiveKitServer, a_livekit_server
from tests.integration.agent.person import HEARS_EVERYBODY, Person, a_person, enter
from tests.integration.agent.person_apart import PersonApart, a_person_apart

AGENT_NAME = "echosphere"
RETURN_GRACE_S = 3.0  # thirty in the product
CLOSES_S = 20.0  # LiveKit waits for ever for a spare thread that it stops while that one is still preparing itself


@dataclass(frozen=True, slots=True)
class Place:
    livekit: LiveKitServer
    ports: Ports

    def new_session(self, **changes: object) -> Session:
        session = a_session(**changes)
        key = IdempotencyKey(scope="tests", value=f"a-key-for-{session.id}", request=session.id)
        return self.ports.sessions.create(session, key=key)

    def stored(self, session: Session) -> Session:
        return self.ports.sessions.get(session.id)

    def messages(self, session: Session) -> list[Message]:
        return self.ports.sessions.list_messages(session.id, limit=100, cursor=None).items

    async def enter(self, session: Session, *, said_before: bytes = b"") -> Person:
        return await enter(self.livekit.url, self.pass_for(session), said_before=said_before)

    @asynccontextmanager
    async def visit(self, session: Session, *, hearing: rtc.RoomOptions = HEARS_EVERYBODY) -> AsyncIterator[Person]:
        async with a_person(self.livekit.url, self.pass_for(session), hearing=hearing) as person:
            yield person

    @asynccontextmanager
    async def guest(self, session: Session, *, hears: bool = True) -> AsyncIterator[PersonApart]:
        """Whose client is a process of its own."""
        identity = new_guest_identity()
        token = self.ports.rooms.issue_pass(session, identity=identity, at=self.ports.clock.now()).token
        async with a_person_apart(self.livekit.url, token, identity, hears=hears) as guest:
            yield guest

    async def open_without_agent(self, session: Session) -> None:
        """As a room is left by an agent that died."""
        livekit = self.livekit
        async with api.LiveKitAPI(livekit.url, livekit.api_key, livekit.api_secret) as server:
            await server.room.create_room(api.CreateRoomRequest(name=session.room_name))

    async def until_agent_came(self, session: Session) -> None:
        """As in the product, where the room is made before its person comes."""
        livekit, wanted = self.livekit, api.ListParticipantsRequest(room=session.room_name)
        async with asyncio.timeout(30), api.LiveKitAPI(livekit.url, livekit.api_key, livekit.api_secret) as server:
            while True:
                there = await server.room.list_participants(wanted)
                if any(each.kind == api.ParticipantInfo.Kind.AGENT for each in there.participants):
                    return
                await asyncio.sleep(0.05)

    def pass_for(self, session: Session) -> str:
        return self.ports.rooms.issue_pass(
            session, identity=session.participant_identity, at=self.ports.clock.now()
        ).token


@asynccontextmanager
async def a_place(**changes: object) -> AsyncIterator[Place]:
    """`changes` of the agent's settings."""
    async with a_livekit_server() as livekit:
        place = Place(livekit, _ports(livekit))
        settings = agent_settings(livekit).model_copy(update=changes)
        # In threads, because the memory of the core is this process's.
        server = make_server(hold_talk, settings, open_ports=lambda: place.ports, executor=JobExecutorType.THREAD)
        registered = asyncio.Event()
        server.on("worker_registered", lambda *_: registered.set())
        running = asyncio.create_task(server.run())
        try:
            async with asyncio.timeout(90):
                await registered.wait()
            yield place
        finally:
            with suppress(TimeoutError):
                async with asyncio.timeout(CLOSES_S):
                    await server.aclose()
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running


def agent_settings(livekit: LiveKitServer) -> AgentSettings:
    return AgentSettings(
        table_name="unused",
        bus_name="unused",
        livekit_url=livekit.url,
        livekit_api_key=livekit.api_key,
        livekit_api_secret=livekit.api_secret,
        agent_name=AGENT_NAME,
        agent_health_port=free_port(),
        providers=("local",),
        stage="test",
        idle_processes=1,
        return_grace_s=RETURN_GRACE_S,
    )


def _ports(livekit: LiveKitServer) -> Ports:
    keys = LiveKitKeys(livekit.api_key, livekit.api_secret)
    rooms = LiveKitRooms(public_url=livekit.url, api_url=livekit.url, agent_name=AGENT_NAME, keys=always(keys))
    return replace(memory_ports(SystemClock()), rooms=rooms)
