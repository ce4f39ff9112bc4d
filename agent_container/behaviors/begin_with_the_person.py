"""The agent is in the room first, so that it is ready to speak; the talk begins when its person is there, too."""

import logging

import stamina
from livekit import rtc

from agent_container.message_writer import is_retryable
from agent_container.talk import Talk
from echosphere.domain.errors import SessionAlreadyStarted
from echosphere.domain.session import FailureReason
from echosphere.services.activate_session import activate_session

logger = logging.getLogger(__name__)


def attach(talk: Talk) -> None:
    def begin(participant: rtc.RemoteParticipant) -> None:
        if participant.identity == talk.session.participant_identity and not talk.session.has_begun:
            # Its clock runs from this moment, however long the store takes to write it down.
            talk.session = talk.session.activate(at=talk.ready.ports.clock.now())
            talk.spawn(_write_down(talk))

    talk.job.room.on("participant_connected", begin)
    for participant in talk.job.room.remote_participants.values():
        begin(participant)


async def _write_down(talk: Talk) -> None:
    """A store that does not answer is waited for, as for the messages: the talk goes on meanwhile."""
    ports, started_at = talk.ready.ports, talk.session.started_at
    try:
        async for attempt in stamina.retry_context(on=is_retryable, attempts=None, timeout=None):
            with attempt:
                await talk.ready.bridge.run(activate_session, ports, talk.session.id, at=started_at)
    except SessionAlreadyStarted:  # another job was faster
        talk.session = await talk.ready.bridge.run(ports.sessions.get, talk.session.id)
    except Exception as error:  # noqa: BLE001  # an edge: a person is waiting
        logger.error("the talk could not begin", extra={"session_id": talk.session.id, "error": type(error).__name__})
        await talk.fail(FailureReason.AGENT_ERROR)
