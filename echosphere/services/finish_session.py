"""What ending and failing share: store the last state once, say so once, and empty the room."""

from collections.abc import Callable

from echosphere.domain.errors import WriteConflict
from echosphere.domain.events import Event
from echosphere.domain.session import Session
from echosphere.ports import Ports
from echosphere.services.publish_event import publish_event


def finish_session(
    ports: Ports, session_id: str, *, finish: Callable[[Session], Session], event_of: Callable[[Session], Event]
) -> Session:
    """Idempotent. Raises SessionNotFound, RoomsUnavailable.

    The room is closed after the state is stored, and again on every repeat, so that a
    failure between the two steps is mended by trying once more.
    """
    session = ports.sessions.get(session_id)
    while not session.is_over:  # a status only moves forward, so a lost race comes here twice at most
        session = _finish_once(ports, session, finish, event_of)
    ports.rooms.close(session.room_name)
    return session


def _finish_once(
    ports: Ports, session: Session, finish: Callable[[Session], Session], event_of: Callable[[Session], Event]
) -> Session:
    finished = finish(session)
    event = event_of(finished)
    try:
        ports.sessions.replace(finished, was=session, event=event)
    except WriteConflict:
        return ports.sessions.get(session.id)
    publish_event(ports, event)
    return finished
