"""Whose talk it is to give away: its person's, and an admin's of the workspace."""

from echosphere.domain.errors import NotTheOwner
from echosphere.domain.session import Session
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.ports import Ports
from echosphere.services.read_session import read_session


def read_own_session(ports: Ports, member: Member, session_id: str) -> Session:
    """Raises SessionNotFound, RoleTooLow, NotTheOwner."""
    session = read_session(ports, member, session_id)
    member.must_be_able_to_talk()
    if member.person_id != session.person_id and member.role is not WorkspaceRole.ADMIN:
        raise NotTheOwner(session_id)
    return session
