"""Who falls silent is asked whether they are still there; of who stays silent, the agent takes leave.

Its own question breaks no silence. A word or a line of anybody does, even during the goodbye.
"""

import asyncio

from livekit.agents.voice import SpeechHandle

from agent_container.guests.people import people_in
from agent_container.talk import Talk
from echosphere.domain.session import EndReason


def attach(talk: Talk) -> None:
    room, agent_session = talk.job.room, talk.agent_session
    silence: asyncio.Task[None] | None = None
    question: SpeechHandle | None = None

    async def keep_company() -> None:
        nonlocal question
        settings = talk.ready.settings
        is_left = False
        while not is_left:  # a goodbye that was interrupted ended nothing: the silence begins anew
            await asyncio.sleep(settings.check_in_after_s)
            question = agent_session.say(talk.words("still_there"))
            await asyncio.sleep(settings.end_after_silence_s - settings.check_in_after_s)
            question = agent_session.say(talk.words("goodbye.silent"))
            await talk.end_after(question, EndReason.FELL_SILENT, unless_interrupted=True)
            is_left = not question.interrupted

    def is_silent() -> bool:
        if not people_in(room) or talk.guests.speaking or agent_session.user_state == "speaking":
            return False
        speech = agent_session.current_speech
        return agent_session.agent_state == "listening" or (speech is not None and speech is question)

    def follow(_: object = None) -> None:
        nonlocal silence
        if not is_silent():
            if silence is not None:
                silence.cancel()
            silence = None
        elif silence is None:
            silence = talk.spawn(keep_company())

    agent_session.on("agent_state_changed", follow)
    agent_session.on("user_state_changed", follow)
    room.on("participant_connected", follow)
    room.on("participant_disconnected", follow)
    talk.guests.when_they_speak(follow)
    follow()
