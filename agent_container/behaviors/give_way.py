"""Two agents in one room would both talk: who finds another there when it comes in leaves the talk to that one.

LiveKit may send a second one by itself, and calls for one may cross. The server lets in one after the other, so of two
who come together exactly one finds the other. One that hung, was replaced, and finds its way back leaves as well.
"""

import asyncio

from livekit import rtc

from agent_container.talk import Talk

LEAVES_S = 2.0
AGENT = rtc.ParticipantKind.PARTICIPANT_KIND_AGENT


def gives_way(talk: Talk) -> bool:
    """Asked in the moment of connecting, before anybody who comes later is known. The talk is the other's to settle."""
    talk.job.room.on("reconnected", lambda: talk.spawn(_look_again(talk)))
    return _leave_it_to_another(talk)


async def _look_again(talk: Talk) -> None:
    """Who came in while this one was coming back has found it there, and leaves of itself."""
    await asyncio.sleep(LEAVES_S)
    _leave_it_to_another(talk)


def _leave_it_to_another(talk: Talk) -> bool:
    is_second = any(other.kind == AGENT for other in talk.job.room.remote_participants.values())
    if is_second:
        talk.is_settled = True
        talk.job.shutdown("another agent is here")
    return is_second
