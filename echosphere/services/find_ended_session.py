from echosphere.domain.errors import SessionNotFound
from echosphere.domain.session import Session
from echosphere.ports import Ports


def find_ended_session(ports: Ports, session_id: str) -> Session | None:
    """None: it goes on, or is deleted."""
    try:
        session = ports.sessions.get(session_id)
    except SessionNotFound:
        return None
    return session if session.is_over else None
