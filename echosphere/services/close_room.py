"""LiveKit says that a room is gone: if nobody ended its session, nobody else will."""

from echosphere.domain.errors import SessionNotFound
from echosphere.domain.session import EndReason, Session
from echosphere.ports import Ports
from echosphere.services.end_session import end_session


def close_room(ports: Ports, session_id: str) -> Session | None:
    """Idempotent. None: a room of a session that is not ours, or that was deleted since."""
    try:
        return end_session(ports, session_id, reason=EndReason.ROOM_CLOSED)
    except SessionNotFound:
        return None
