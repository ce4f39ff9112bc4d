"""Who left may come back for a while; a talk in which nobody is left is over then.

The same while is waited for its owner, who has not come yet: the agent is in the room first. Until then guests wait.
"""

import asyncio

from livekit import rtc

from agent_container.guests.people import is_person, people_in
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

    def is_held() -> bool:
        people = people_in(room)
        return person in people or (talk.session.has_begun and bool(people))

    def begin_to_wait(participant: rtc.RemoteParticipant) -> None:
        nonlocal waiting
        if is_person(participant) and waiting is None and not is_held():
            waiting = talk.spawn(end_when_nobody_returns())

    def stop_waiting(participant: rtc.RemoteParticipant) -> None:
        nonlocal waiting
        if is_person(participant) and waiting is not None and is_held():
            waiting.cancel()
            waiting = None

    room.on("participant_disconnected", begin_to_wait)
    room.on("participant_connected", stop_waiting)
    if not is_held():  # not here yet, or gone again
        waiting = talk.spawn(end_when_nobody_returns())
