"""Somebody else's session is not forbidden but unknown: its existence is nobody's business."""

from echosphere.domain.errors import SessionNotFound
from echosphere.domain.session import Session
from echosphere.domain.workspace import Member
from echosphere.ports import Ports


def read_session(ports: Ports, member: Member, session_id: str) -> Session:
    """Raises SessionNotFound."""
    session = ports.sessions.get(session_id)
    if session.workspace_id != member.workspace_id:
        raise SessionNotFound(session_id)
    return session
