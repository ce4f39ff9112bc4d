"""LiveKit's rooms: passes are signed here, without a call; a room is opened and closed over its server API."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import ClientError
from livekit import api

from echosphere.adapters.livekit_agents import call_missing_agent, send_out
from echosphere.adapters.livekit_api import KeySource, ask_livekit
from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import Session
from echosphere.domain.speaker import MOST_PEOPLE
from echosphere.ports.rooms import RoomPass

PASS_LIFETIME = timedelta(minutes=10)  # to enter; who is inside stays, and a reload asks for a new one
EMPTY_TIMEOUT_S = 60  # nobody came
DEPARTURE_TIMEOUT_S = 60  # longer than the 30 s in which the agent waits for a person to return
REQUEST_TIMEOUT_S = 5.0
SOURCES = ["microphone", "camera", "screen_share", "screen_share_audio"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveKitRooms:
    """`public_url` is for browsers, `api_url` for this process; `keys` is asked when first needed."""

    public_url: str
    api_url: str
    agent_name: str
    keys: KeySource

    def issue_pass(self, session: Session, *, identity: str, at: datetime) -> RoomPass:
        keys = self.keys()
        token = (
            api.AccessToken(keys.api_key, keys.api_secret)
            .with_identity(identity)
            .with_grants(_grants(session.room_name))
            .with_room_config(self._room_config(session))
            .with_ttl(PASS_LIFETIME)
        )
        return RoomPass(livekit_url=self.public_url, token=token.to_jwt(), expires_at=at + PASS_LIFETIME)

    def open(self, session: Session) -> None:
        room = self._room_config(session)
        wanted = api.CreateRoomRequest(
            name=room.name,
            empty_timeout=room.empty_timeout,
            departure_timeout=room.departure_timeout,
            max_participants=room.max_participants,
            metadata=room.metadata,
            agents=room.agents,
        )
        self._ask(lambda livekit: livekit.room.create_room(wanted))

    def call_agent(self, session: Session) -> None:
        self._ask(lambda livekit: call_missing_agent(livekit, self._room_config(session)))

    def people_in(self, room_name: str) -> frozenset[str]:
        return self._ask(lambda livekit: _identities(livekit, room_name, api.ParticipantInfo.Kind.STANDARD))

    def agents_in(self, room_name: str) -> frozenset[str]:
        return self._ask(lambda livekit: _identities(livekit, room_name, api.ParticipantInfo.Kind.AGENT))

    def remove(self, room_name: str, identity: str) -> None:
        self._ask(lambda livekit: send_out(livekit, room_name, identity))

    def exists(self, room_name: str) -> bool:
        found = self._ask(lambda livekit: livekit.room.list_rooms(api.ListRoomsRequest(names=[room_name])))
        return bool(found.rooms)

    def session_of(self, room_name: str) -> str | None:
        found = self._ask(lambda livekit: livekit.room.list_rooms(api.ListRoomsRequest(names=[room_name])))
        return session_in(found.rooms[0].metadata) if found.rooms else None

    def close(self, room_name: str) -> None:
        self._ask(lambda livekit: _close(livekit, room_name))

    def _ask[T](self, question: Callable[[api.LiveKitAPI], Coroutine[None, None, T]]) -> T:
        """Raises RoomsUnavailable."""
        try:
            return asyncio.run(self._answer(question))
        except (api.TwirpError, ClientError, TimeoutError) as error:
            raise RoomsUnavailable from error

    async def _answer[T](self, question: Callable[[api.LiveKitAPI], Coroutine[None, None, T]]) -> T:
        async with asyncio.timeout(REQUEST_TIMEOUT_S):
            return await ask_livekit(self.api_url, self.keys, question)

    def _room_config(self, session: Session) -> api.RoomConfiguration:
        session_id = json.dumps({"session_id": session.id})
        return api.RoomConfiguration(
            name=session.room_name,
            empty_timeout=EMPTY_TIMEOUT_S,
            departure_timeout=DEPARTURE_TIMEOUT_S,
            max_participants=MOST_PEOPLE,  # agents and recorders do not count
            metadata=session_id,
            agents=[api.RoomAgentDispatch(agent_name=self.agent_name, metadata=session_id)],
        )


def session_in(room_metadata: str) -> str | None:
    """None: the room is none of ours."""
    try:
        metadata = json.loads(room_metadata)
    except ValueError:
        return None
    session_id = metadata.get("session_id") if isinstance(metadata, dict) else None
    return session_id if isinstance(session_id, str) else None


async def _identities(livekit: api.LiveKitAPI, room_name: str, kind: int) -> frozenset[str]:
    if not (await livekit.room.list_rooms(api.ListRoomsRequest(names=[room_name]))).rooms:
        return frozenset()
    present = await livekit.room.list_participants(api.ListParticipantsRequest(room=room_name))
    return frozenset(each.identity for each in present.participants if each.kind == kind)


async def _close(livekit: api.LiveKitAPI, room_name: str) -> None:
    try:
        await livekit.room.delete_room(api.DeleteRoomRequest(room=room_name))
    except api.TwirpError as error:
        if error.code != api.TwirpErrorCode.NOT_FOUND:
            raise


def _grants(room_name: str) -> api.VideoGrants:
    return api.VideoGrants(
        room_join=True,
        room=room_name,
        can_publish=True,
        can_publish_sources=SOURCES,
        can_publish_data=True,
        can_subscribe=True,
        can_update_own_metadata=True,  # by an attribute the page says that it hears the agent
    )
