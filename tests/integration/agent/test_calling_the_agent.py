"""The call for an agent to a room that has none, on the real server."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
import pytest_asyncio
from livekit import api, rtc

from echosphere.adapters import livekit_agents
from echosphere.adapters.livekit_api import LiveKitKeys, always
from echosphere.adapters.livekit_rooms import LiveKitRooms
from echosphere.domain.session import Session
from echosphere.ports.rooms import ALIVE
from tests.examples import a_session
from tests.integration.agent.livekit_server import LiveKitServer, a_livekit_server

pytestmark = [pytest.mark.integration, pytest.mark.asyncio(loop_scope="package")]

AGENT_NAME = "echosphere"


@dataclass(frozen=True)
class Venue:
    livekit: LiveKitServer
    session: Session
    server: api.LiveKitAPI

    @property
    def rooms(self) -> LiveKitRooms:
        keys = LiveKitKeys(self.livekit.api_key, self.livekit.api_secret)
        return LiveKitRooms(
            public_url=self.livekit.url, api_url=self.livekit.url, agent_name=AGENT_NAME, keys=always(keys)
        )

    async def call(self) -> None:
        await asyncio.to_thread(self.rooms.call_agent, self.session)

    async def agents(self) -> frozenset[str]:
        return await asyncio.to_thread(self.rooms.agents_in, self.session.room_name)

    async def calls(self) -> list[str]:
        """The metadata of each."""
        calls = await self.server.agent_dispatch.list_dispatch(self.session.room_name)
        return [call.metadata for call in calls if call.agent_name == AGENT_NAME]

    async def agent_enters(self) -> rtc.Room:
        await self.server.room.create_room(api.CreateRoomRequest(name=self.session.room_name))
        agent = rtc.Room()
        await agent.connect(self.livekit.url, self.agents_pass())
        return agent

    def agents_pass(self) -> str:
        grants = api.VideoGrants(room_join=True, room=self.session.room_name, agent=True)
        token = api.AccessToken(self.livekit.api_key, self.livekit.api_secret)
        return token.with_identity("agent").with_kind("agent").with_grants(grants).to_jwt()


@pytest_asyncio.fixture(loop_scope="package")
async def venue() -> AsyncIterator[Venue]:
    async with (
        a_livekit_server() as livekit,
        api.LiveKitAPI(livekit.url, livekit.api_key, livekit.api_secret) as server,
    ):
        yield Venue(livekit, a_session(), server)


async def test_a_room_without_an_agent_gets_one_call_and_not_two(venue: Venue) -> None:
    await venue.server.room.create_room(api.CreateRoomRequest(name=venue.session.room_name))

    await venue.call()
    await venue.call()  # as when the page is loaded again at once

    assert await venue.calls() == [f'{{"session_id": "{venue.session.id}"}}']


async def test_a_call_that_nobody_followed_is_made_again(venue: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(livekit_agents, "AGENT_ARRIVES_S", 0.0)
    await venue.server.room.create_room(api.CreateRoomRequest(name=venue.session.room_name))

    await venue.call()
    await venue.call()

    assert len(await venue.calls()) == 2


async def test_a_room_with_an_agent_needs_no_other(venue: Venue) -> None:
    agent = await venue.agent_enters()

    await venue.call()

    assert await venue.calls() == []
    await agent.disconnect()


async def test_an_agent_that_hangs_is_sent_out_and_another_is_called(
    venue: Venue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(livekit_agents, "SETTLES_S", -1.0)
    await venue.server.room.create_room(api.CreateRoomRequest(name=venue.session.room_name))
    agent, gone = rtc.Room(), asyncio.get_running_loop().create_future()
    agent.on("disconnected", gone.set_result)
    await agent.connect(venue.livekit.url, venue.agents_pass())

    agent.local_participant.register_rpc_method(ALIVE, _hang)

    assert await venue.agents() == {"agent"}

    await venue.call()

    assert await venue.agents() == frozenset()
    assert len(await venue.calls()) == 1
    assert await gone == rtc.DisconnectReason.PARTICIPANT_REMOVED


async def test_an_agent_that_answers_stays(venue: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(livekit_agents, "SETTLES_S", -1.0)
    agent = await venue.agent_enters()
    agent.local_participant.register_rpc_method(ALIVE, _answer)

    await venue.call()

    assert await venue.calls() == []
    assert agent.isconnected()
    await agent.disconnect()


async def test_an_agent_that_does_not_know_the_question_stays(venue: Venue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(livekit_agents, "SETTLES_S", -1.0)
    agent = await venue.agent_enters()

    await venue.call()

    assert await venue.calls() == []
    await agent.disconnect()


async def _hang(_: rtc.RpcInvocationData) -> str:
    await asyncio.Event().wait()
    return ""


async def _answer(_: rtc.RpcInvocationData) -> str:
    return ""


async def test_a_room_that_is_not_open_is_left_to_whoever_enters(venue: Venue) -> None:
    await venue.call()

    assert not (await venue.server.room.list_rooms(api.ListRoomsRequest())).rooms
