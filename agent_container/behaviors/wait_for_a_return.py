"""A person whose connection broke may come back under the same identity for a while; then the talk is over.

The same while is waited for a person who has not come yet: the agent is in the room first.
"""

import asyncio

from livekit import rtc

from agent_container.talk import Talk
from echosphere.domain.session import EndReason, FailureReason


def attach(talk: Talk) -> None:
    room, person = talk.job.room, talk.session.participant_identity
    waiting: asyncio.Task[None] | None = None

    async def end_when_nobody_returns() -> None:
        await asyncio.sleep(talk.ready.settings.return_grace_s)
        if talk.session.has_begun:
            await talk.end(EndReason.PERSON_LEFT)
        else:
            await talk.fail(FailureReason.NEVER_JOINED)

    def begin_to_wait(participant: rtc.RemoteParticipant) -> None:
        nonlocal waiting
        if participant.identity == person and waiting is None:
            waiting = talk.spawn(end_when_nobody_returns())

    def stop_waiting(participant: rtc.RemoteParticipant) -> None:
        nonlocal waiting
        if participant.identity == person and waiting is not None:
            waiting.cancel()
            waiting = None

    room.on("participant_disconnected", begin_to_wait)
    room.on("participant_connected", stop_waiting)
    if person not in room.remote_participants:  # not here yet, or gone again
        waiting = talk.spawn(end_when_nobody_returns())
