"""A talk's owner makes links to it for people without an account, sees which there are, and takes them back."""

from datetime import timedelta

from echosphere.domain.shared_link import SharedLink, new_link
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_own_session import read_own_session


def share_session(ports: Ports, member: Member, session_id: str, *, lasts: timedelta) -> tuple[SharedLink, str]:
    """The link and its secret, told this once. Raises SessionNotFound, RoleTooLow, NotTheOwner."""
    session = read_own_session(ports, member, session_id)
    link, secret = new_link(session.id, at=ports.clock.now(), lasts=lasts)
    ports.links.create(link)
    return link, secret


def list_links(ports: Ports, member: Member, session_id: str) -> list[SharedLink]:
    """Those that still open. Raises SessionNotFound, RoleTooLow, NotTheOwner."""
    session, now = read_own_session(ports, member, session_id), ports.clock.now()
    return [link for link in ports.links.list_by_session(session.id) if now < link.expires_at]


def revoke_link(ports: Ports, member: Member, session_id: str, link_id: str) -> None:
    """One that is gone is no error. Raises SessionNotFound, RoleTooLow, NotTheOwner."""
    ports.links.delete(read_own_session(ports, member, session_id).id, link_id)
