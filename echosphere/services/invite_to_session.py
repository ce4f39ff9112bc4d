"""A talk's owner invites people without an account into its room, sees which invitations stand, and takes them back."""

from echosphere.domain.errors import SessionOver
from echosphere.domain.shared_link import SharedLink, new_link
from echosphere.domain.speaker import INVITATION_LASTS
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_own_session import read_own_session
from echosphere.services.remove_guest import send_out


def invite_to_session(ports: Ports, member: Member, session_id: str) -> tuple[SharedLink, str]:
    """The invitation and its secret, told this once. Raises SessionNotFound, SessionOver, RoleTooLow, NotTheOwner."""
    session = read_own_session(ports, member, session_id)
    if session.is_over:
        raise SessionOver(session_id)
    invitation, secret = new_link(session.id, at=ports.clock.now(), lasts=INVITATION_LASTS)
    ports.invitations.create(invitation)
    return invitation, secret


def list_invitations(ports: Ports, member: Member, session_id: str) -> list[SharedLink]:
    """Those that have not expired. Raises SessionNotFound, RoleTooLow, NotTheOwner."""
    session, now = read_own_session(ports, member, session_id), ports.clock.now()
    return [each for each in ports.invitations.list_by_session(session.id) if now < each.expires_at]


def revoke_invitation(ports: Ports, member: Member, session_id: str, invitation_id: str) -> None:
    """Whoever came by it is sent out. One that is gone is no error.

    Raises SessionNotFound, RoleTooLow, NotTheOwner, RoomsUnavailable.
    """
    session = read_own_session(ports, member, session_id)
    ports.invitations.delete(session.id, invitation_id)
    guests = ports.speakers.list_by_session(session.id)
    send_out(ports, session, (guest for guest in guests if guest.invitation_id == invitation_id))
