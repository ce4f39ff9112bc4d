from echosphere.domain.page import Page
from echosphere.domain.turn import Turn
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_session import read_session


def list_turns(ports: Ports, member: Member, session_id: str, *, limit: int, cursor: str | None) -> Page[Turn]:
    """What each question and its answer took, in order. Raises SessionNotFound, InvalidCursor."""
    session = read_session(ports, member, session_id)
    return ports.turns.list_by_session(session.id, limit=limit, cursor=cursor)
