from echosphere.domain.events import SessionFailed
from echosphere.domain.session import FailureReason, Session
from echosphere.ports import Ports
from echosphere.services.finish_session import finish_session


def fail_session(ports: Ports, session_id: str, *, reason: FailureReason) -> Session:
    """A talk that could not go on, for a reason that is ours.

    Idempotent: a session that is over is given back as it is. Raises SessionNotFound, RoomsUnavailable.
    """
    failed_at = ports.clock.now()
    return finish_session(
        ports, session_id, finish=lambda session: session.fail(at=failed_at, reason=reason), event_of=SessionFailed.of
    )
