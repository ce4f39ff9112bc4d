"""The agent is in the room: the talk begins, and its clock starts."""

from echosphere.domain.events import SessionStarted
from echosphere.domain.session import Session
from echosphere.ports import Ports
from echosphere.services.publish_event import publish_event


def activate_session(ports: Ports, session_id: str) -> Session:
    """Raises SessionNotFound, SessionAlreadyStarted, SessionOver, WriteConflict."""
    pending = ports.sessions.get(session_id)
    active = pending.activate(at=ports.clock.now())
    started = SessionStarted.of(active)
    ports.sessions.replace(active, was=pending, event=started)
    publish_event(ports, started)
    return active
