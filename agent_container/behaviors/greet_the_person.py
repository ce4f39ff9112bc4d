"""The agent speaks first, and no word is missed, by the person or by the recording: its voice waits for both.

What it will say is rendered meanwhile.
"""

from agent_container.audience import until_all_listen
from agent_container.guests.people import people_in
from agent_container.persona_words import greeting_of
from agent_container.talk import Talk


def attach(talk: Talk) -> None:
    voice = talk.agent_session.output.audio
    assert voice is not None
    voice.pause()
    talk.agent_session.say(_first_words(talk))

    async def begin_when_heard() -> None:
        session = talk.session
        await until_all_listen(talk.job.room, _first_listener(talk), is_recorded=session.recorded)
        voice.resume()

    talk.spawn(begin_when_heard())


def _first_listener(talk: Talk) -> str:
    """The owner; a guest, where a job takes over a talk whose owner is away."""
    owner, people = talk.session.participant_identity, people_in(talk.job.room)
    return people[0] if talk.is_return and people and owner not in people else owner


def _first_words(talk: Talk) -> str:
    if talk.is_return:
        return talk.words("return")
    return greeting_of(talk.persona, talk.ready.providers.greeting(talk.session.language), talk.session.language)
