from echosphere.domain.message import Message
from echosphere.domain.page import Page
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_session import read_session


def list_messages(ports: Ports, member: Member, session_id: str, *, limit: int, cursor: str | None) -> Page[Message]:
    """What was said, in order. Raises SessionNotFound, InvalidCursor."""
    session = read_session(ports, member, session_id)
    return ports.sessions.list_messages(session.id, limit=limit, cursor=cursor)
