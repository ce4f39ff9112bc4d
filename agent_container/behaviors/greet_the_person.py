"""The agent speaks first. No word is missed: RoomIO holds sound back until the person has subscribed to it."""

from agent_container.talk import Talk


def attach(talk: Talk) -> None:
    name = "return" if talk.is_return else talk.ready.providers.greeting
    talk.agent_session.say(talk.words(name))
