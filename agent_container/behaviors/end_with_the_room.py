"""When the room closes, the talk is over. When the job must go and the room stays, the talk has failed, and says so.

Unless another agent is there by then: this one was taken for dead, and the talk goes on without it.
"""

from livekit import rtc

from agent_container.talk import Talk
from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import EndReason, FailureReason

CLOSED = (rtc.DisconnectReason.ROOM_DELETED, rtc.DisconnectReason.ROOM_CLOSED)


def attach(talk: Talk) -> None:
    is_room_closed = False

    def note(reason: rtc.DisconnectReason.ValueType) -> None:
        nonlocal is_room_closed
        is_room_closed = reason in CLOSED

    async def settle() -> None:
        try:
            if is_room_closed:  # whoever hung up has said so before: then this changes nothing
                await talk.end(EndReason.ROOM_CLOSED)
            elif talk.is_settled or not await _goes_on(talk):
                await talk.fail(FailureReason.AGENT_LOST)
        finally:
            await talk.close()

    talk.job.room.on("disconnected", note)
    talk.job.add_shutdown_callback(settle)


async def _goes_on(talk: Talk) -> bool:
    try:
        agents = await talk.ready.bridge.run(talk.ready.ports.rooms.agents_in, talk.session.room_name)
    except RoomsUnavailable:
        return False
    return bool(agents - {talk.job.room.local_participant.identity})
