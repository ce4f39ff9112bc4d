"""The page shows who hears, thinks and speaks: the agent says so by attributes of its own, whenever that changes."""

from agent_container.talk import Talk

PREFIX = "echosphere."  # with "ears", "brain", "voice"


def attach(talk: Talk) -> None:
    providers = talk.ready.providers

    def say() -> None:
        attributes = {f"{PREFIX}{part}": name for part, name in providers.serving().items()}
        talk.spawn(talk.job.room.local_participant.set_attributes(attributes))

    providers.when_another_serves(say)
    say()
