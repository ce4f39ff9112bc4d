"""What a guest is told before they come in, and while they are there: with whom one talks, and who else is there."""

from echosphere.domain.errors import InvitationNotFound, SessionNotFound, SessionOver
from echosphere.domain.session import Session
from echosphere.domain.shared_link import SharedLink
from echosphere.ports import Ports
from echosphere.services.find_open_link import find_open_link


def open_invitation(ports: Ports, secret: str) -> tuple[SharedLink, Session]:
    """Unknown, expired, revoked and deleted look alike. Raises InvitationNotFound, SessionOver."""
    invitation = find_open_link(ports.invitations, secret, at=ports.clock.now())
    if invitation is None:
        raise InvitationNotFound
    try:
        session = ports.sessions.get(invitation.session_id)
    except SessionNotFound as error:
        raise InvitationNotFound from error
    if session.is_over:
        raise SessionOver(session.id)
    return invitation, session
