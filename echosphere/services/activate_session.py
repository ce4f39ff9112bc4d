"""Agent and person are in the room: the talk begins, and its clock starts."""

from datetime import datetime

from echosphere.domain.events import SessionStarted
from echosphere.domain.session import Session
from echosphere.ports import Ports
from echosphere.services.publish_event import publish_event


def activate_session(ports: Ports, session_id: str, *, at: datetime | None = None) -> Session:
    """`at`: when they met, if that was not now.

    Raises SessionNotFound, SessionAlreadyStarted, SessionOver, WriteConflict.
    """
    pending = ports.sessions.get(session_id)
    active = pending.activate(at=at or ports.clock.now())
    started = SessionStarted.of(active)
    ports.sessions.replace(active, was=pending, event=started)
    publish_event(ports, started)
    return active
