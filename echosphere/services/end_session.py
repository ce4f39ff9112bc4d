from echosphere.domain.events import SessionEnded
from echosphere.domain.session import EndReason, Session
from echosphere.ports import Ports
from echosphere.services.finish_session import finish_session


def end_session(ports: Ports, session_id: str, *, reason: EndReason) -> Session:
    """A talk ends once, whoever says so first: the person, the agent or LiveKit.

    Idempotent: a session that is over is given back as it is. Raises SessionNotFound, RoomsUnavailable.
    """
    ended_at = ports.clock.now()
    return finish_session(
        ports, session_id, finish=lambda session: session.end(at=ended_at, reason=reason), event_of=SessionEnded.of
    )
