"""When hearing, thinking or speaking breaks for good, the talk ends as failed: the person must not wait in silence."""

from livekit.agents import CloseEvent, CloseReason

from agent_container.talk import Talk
from echosphere.domain.session import FailureReason


def attach(talk: Talk) -> None:
    def fail(event: CloseEvent) -> None:
        if event.reason is CloseReason.ERROR:
            talk.spawn(talk.fail(FailureReason.AGENT_ERROR))

    talk.agent_session.on("close", fail)
