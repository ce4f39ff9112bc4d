"""Where speech in the talk's language cannot be understood, the agent says so instead of staying silent."""

import time

from livekit.agents import UserStateChangedEvent

from agent_container.talk import Talk

NOT_AGAIN_BEFORE_S = 20.0


def attach(talk: Talk) -> None:
    if talk.agent_session.stt is not None:
        return
    said_at = -NOT_AGAIN_BEFORE_S

    async def admit_it() -> None:
        await talk.agent_session.interrupt()
        talk.agent_session.say(talk.words("deaf"))

    def admit(event: UserStateChangedEvent) -> None:
        nonlocal said_at
        if event.old_state != "speaking" or time.monotonic() - said_at < NOT_AGAIN_BEFORE_S:
            return
        said_at = time.monotonic()
        talk.spawn(admit_it())

    talk.agent_session.on("user_state_changed", admit)
