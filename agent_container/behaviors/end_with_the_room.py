"""When the room closes, the talk is over. When the job must go and the room stays, the talk has failed, and says so.

Unless another agent is there by then: this one was taken for dead, and the talk goes on without it.
"""

import stamina
from livekit import rtc

from agent_container.talk import Talk
from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import EndReason, FailureReason

QUESTIONS = 3  # some two seconds of the twenty that a job has to end
CLOSED = (rtc.DisconnectReason.ROOM_DELETED, rtc.DisconnectReason.ROOM_CLOSED)


def attach(talk: Talk) -> None:
    is_room_closed = False

    def note(reason: rtc.DisconnectReason.ValueType) -> None:
        nonlocal is_room_closed
        is_room_closed = reason in CLOSED
        if reason == rtc.DisconnectReason.PARTICIPANT_REMOVED:  # by the API, which has called another
            talk.is_settled = True

    async def settle() -> None:
        try:
            if is_room_closed:  # whoever hung up has said so before: then this changes nothing
                await talk.end(EndReason.ROOM_CLOSED)
            elif not talk.is_settled and not await _goes_on(talk):
                await talk.fail(FailureReason.AGENT_LOST)
        finally:
            await talk.close()

    talk.job.room.on("disconnected", note)
    talk.job.add_shutdown_callback(settle)


async def _goes_on(talk: Talk) -> bool:
    """Who cannot ask is cut off from the room, and knows nothing of it: LiveKit tells when it is closed."""
    rooms, room_name = talk.ready.ports.rooms, talk.session.room_name
    try:
        async for attempt in stamina.retry_context(on=RoomsUnavailable, attempts=QUESTIONS, timeout=None):
            with attempt:
                agents = await talk.ready.bridge.run(rooms.agents_in, room_name)
    except RoomsUnavailable:
        return True
    return bool(agents - {talk.job.room.local_participant.identity})
