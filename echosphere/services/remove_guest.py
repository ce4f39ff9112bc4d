"""A talk's owner sends a guest out; nobody comes back as who was sent out."""

from collections.abc import Iterable
from contextlib import suppress

from echosphere.domain.errors import SessionNotFound
from echosphere.domain.session import Session
from echosphere.domain.speaker import Speaker
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_own_session import read_own_session


def remove_guest(ports: Ports, member: Member, session_id: str, identity: str) -> None:
    """Who is no guest of the talk is no error. Raises SessionNotFound, RoleTooLow, NotTheOwner, RoomsUnavailable."""
    session = read_own_session(ports, member, session_id)
    send_out(ports, session, (each for each in ports.speakers.list_by_session(session.id) if each.identity == identity))


def send_out(ports: Ports, session: Session, guests: Iterable[Speaker]) -> None:
    """Noted first: whoever comes in again meanwhile is turned away. Raises RoomsUnavailable; may be repeated."""
    for guest in guests:
        ports.speakers.remove(session.id, guest.identity, at=ports.clock.now())
        ports.rooms.remove(session.room_name, guest.identity)


def turn_away(ports: Ports, session_id: str, identity: str) -> None:
    """When somebody has come in: by a pass from before they were sent out, perhaps. Raises RoomsUnavailable."""
    guests = ports.speakers.list_by_session(session_id)
    if any(guest.identity == identity and guest.removed_at for guest in guests):
        with suppress(SessionNotFound):  # deleted meanwhile, with its room
            ports.rooms.remove(ports.sessions.get(session_id).room_name, identity)
