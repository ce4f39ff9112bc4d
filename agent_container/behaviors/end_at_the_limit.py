"""No talk goes on for ever: a microphone may have been left on, and every minute is paid for. It is announced."""

import asyncio

from livekit import rtc

from agent_container.talk import Talk
from echosphere.domain.session import EndReason

ANNOUNCED_S = 60.0  # before the end; the prompt says "one minute"


def attach(talk: Talk) -> None:
    """After `begin_with_the_person`, which starts the talk's clock."""
    clock: asyncio.Task[None] | None = None

    async def watch_the_clock() -> None:
        if (left_s := _left_s(talk)) > ANNOUNCED_S:
            await asyncio.sleep(left_s - ANNOUNCED_S)
            talk.agent_session.say(talk.words("one_minute_left"))
        await asyncio.sleep(_left_s(talk))
        await talk.agent_session.interrupt(force=True)
        goodbye = talk.agent_session.say(talk.words("goodbye.limit"), allow_interruptions=False)
        await talk.end_after(goodbye, EndReason.LIMIT_REACHED)

    def begin(_: rtc.RemoteParticipant | None) -> None:
        nonlocal clock
        if clock is None and talk.session.has_begun:
            clock = talk.spawn(watch_the_clock())

    talk.job.room.on("participant_connected", begin)
    begin(None)


def _left_s(talk: Talk) -> float:
    """Counted from the talk's own start, so that a job that takes over goes on counting."""
    assert talk.session.started_at is not None
    gone = talk.ready.ports.clock.now() - talk.session.started_at
    return max(0.0, talk.ready.settings.longest_talk_s - gone.total_seconds())
