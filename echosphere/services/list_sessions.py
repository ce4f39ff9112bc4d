from echosphere.domain.page import Page
from echosphere.domain.session import Session
from echosphere.domain.session_filter import ANY_SESSION, SessionFilter
from echosphere.domain.workspace import Member
from echosphere.ports import Ports


def list_sessions(
    ports: Ports, member: Member, *, limit: int, cursor: str | None, only: SessionFilter = ANY_SESSION
) -> Page[Session]:
    """The workspace's talks, newest first. Raises InvalidCursor."""
    return ports.sessions.list_by_workspace(member.workspace_id, limit=limit, cursor=cursor, only=only)
