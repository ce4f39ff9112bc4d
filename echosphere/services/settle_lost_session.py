"""A room is gone and nobody said so: its agent died, or LiveKit's word was lost. The talk is over all the same."""

from echosphere.domain.session import EndReason, FailureReason, Session
from echosphere.ports import Ports
from echosphere.services.end_session import end_session
from echosphere.services.fail_session import fail_session


def settle_lost_session(ports: Ports, session: Session) -> Session:
    """Gives back the session as it now is. Raises SessionNotFound, RoomsUnavailable, WriteConflict.

    Only for a talk that has had the time to make its room: one that has just been asked for has none either.
    """
    if session.is_over or ports.rooms.exists(session.room_name):
        return session
    if session.has_begun:
        return end_session(ports, session.id, reason=EndReason.ROOM_CLOSED)
    return fail_session(ports, session.id, reason=FailureReason.NEVER_JOINED)
