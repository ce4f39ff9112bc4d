"""A room's agent: whether it lives, and the call for another one.

LiveKit takes a process that has died, or hangs, for present during some twenty seconds, and calls nobody meanwhile. So
it is asked, by a remote call that its own event loop answers, and sent out when it does not.
"""

import asyncio
import time
from collections.abc import Sequence

from livekit import api
from livekit.api.room_service import RoomService
from livekit.protocol import room as protocol

from echosphere.ports.rooms import ALIVE

AGENT_ARRIVES_S = 10.0  # at the most, after it was called
SETTLES_S = 3.0  # while it loads the talk it may answer late
ANSWERS_S = 0.7  # some milliseconds when it lives; asked twice, for a loop may stand still for a moment
QUESTIONS = 2
OVER = (api.JobStatus.JS_SUCCESS, api.JobStatus.JS_FAILED)
NANOSECONDS = 1e9


async def call_missing_agent(livekit: api.LiveKitAPI, room: api.RoomConfiguration) -> None:
    """The room's own call is made when the room is; here is for a room whose agent died."""
    if not (await livekit.room.list_rooms(api.ListRoomsRequest(names=[room.name]))).rooms:
        return  # whoever enters makes the room, and the call with it
    present = await livekit.room.list_participants(api.ListParticipantsRequest(room=room.name))
    agents = [each for each in present.participants if each.kind == api.ParticipantInfo.Kind.AGENT]
    dead = await _dead_among(livekit, room.name, agents)
    for each in dead:  # first: an agent that finds another in the room leaves it
        await send_out(livekit, room.name, each.identity)
    if len(dead) < len(agents):
        return
    called = await livekit.agent_dispatch.list_dispatch(room.name)
    (agent,) = room.agents
    since_s = max((each.joined_at for each in dead), default=0)
    ours = (call for call in called if call.agent_name == agent.agent_name)
    if not any(is_under_way(call, at_s=time.time(), since_s=since_s) for call in ours):
        await livekit.agent_dispatch.create_dispatch(
            api.CreateAgentDispatchRequest(room=room.name, agent_name=agent.agent_name, metadata=agent.metadata)
        )


def is_under_way(call: api.AgentDispatch, *, at_s: float, since_s: float = 0) -> bool:
    """A job of it may be over already, because its agent died at once; one that died unnoticed runs for ever.

    `since_s`: when the agent had come of which one knows that it is dead.
    """
    jobs = call.state.jobs
    if jobs and all(job.state.status in OVER for job in jobs):
        return False
    made_s = call.state.created_at / NANOSECONDS
    return made_s > since_s and at_s - made_s < AGENT_ARRIVES_S


async def send_out(livekit: api.LiveKitAPI, room_name: str, identity: str) -> None:
    """Who is not in the room any more is no error."""
    whom = api.RoomParticipantIdentity(room=room_name, identity=identity, revoke_token_ts=round(time.time()))
    try:
        await livekit.room.remove_participant(whom)
    except api.TwirpError as error:
        if error.code != api.TwirpErrorCode.NOT_FOUND:
            raise


async def _dead_among(
    livekit: api.LiveKitAPI, room_name: str, agents: Sequence[api.ParticipantInfo]
) -> list[api.ParticipantInfo]:
    settled = [each for each in agents if time.time() - each.joined_at > SETTLES_S]
    live = await asyncio.gather(*(_is_alive(livekit, room_name, each.identity) for each in settled))
    return [each for each, lives in zip(settled, live, strict=True) if not lives]


async def _is_alive(livekit: api.LiveKitAPI, room_name: str, identity: str) -> bool:
    """Who says that it does not know the question is there to say so."""
    for _ in range(QUESTIONS):
        try:
            await _ask_whether_alive(livekit.room, room_name, identity)
        except api.TwirpError as error:
            # The server's word for a call that was not answered (1.13.5). Any other is a fault of its own.
            if error.code == api.TwirpErrorCode.CANCELED:
                continue
        return True
    return False


async def _ask_whether_alive(rooms: RoomService, room_name: str, identity: str) -> None:
    """The server has this call, and livekit-api 1.x no method for it."""
    question = protocol.PerformRpcRequest(
        room=room_name, destination_identity=identity, method=ALIVE, response_timeout_ms=round(ANSWERS_S * 1000)
    )
    may_ask = rooms._auth_header(api.VideoGrants(room_admin=True, room=room_name))  # noqa: SLF001
    await rooms._client.request("RoomService", "PerformRpc", question, may_ask, protocol.PerformRpcResponse)  # noqa: SLF001
