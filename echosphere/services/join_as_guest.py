"""Who holds an invitation comes into the room: under a random identity, and the name that they want to be called by."""

from contextlib import suppress

from echosphere.domain.errors import ConsentNeeded, InvitationUsedUp, RoomFull, RoomsUnavailable
from echosphere.domain.identifiers import new_guest_identity
from echosphere.domain.session import Session
from echosphere.domain.speaker import MOST_GUESTS, PASSES_OF_AN_INVITATION, Speaker
from echosphere.ports import Ports
from echosphere.ports.rooms import RoomPass
from echosphere.services.open_invitation import open_invitation


def join_as_guest(ports: Ports, secret: str, *, label: str | None, consented: bool) -> tuple[Speaker, RoomPass]:
    """Of a recorded talk every guest is asked, wherever they are: nobody knows whose country's law holds for them.

    Raises InvitationNotFound, SessionOver, ConsentNeeded, RoomFull, InvitationUsedUp, RoomsUnavailable.
    """
    invitation, session = open_invitation(ports, secret)
    if session.recorded and not consented:
        raise ConsentNeeded
    if len(ports.rooms.people_in(session.room_name) - {session.participant_identity}) >= MOST_GUESTS:
        raise RoomFull(session.id)
    if not ports.invitations.count_use(invitation, most=PASSES_OF_AN_INVITATION):
        raise InvitationUsedUp
    guest = _guest_of(ports, session, label)
    ports.speakers.create(guest)
    if session.has_begun:
        with suppress(RoomsUnavailable):  # as for the owner: one can be in the room meanwhile
            ports.rooms.call_agent(session)
    return guest, ports.rooms.issue_pass(session, identity=guest.identity, at=ports.clock.now())


def _guest_of(ports: Ports, session: Session, label: str | None) -> Speaker:
    now = ports.clock.now()
    return Speaker(
        session_id=session.id,
        identity=new_guest_identity(),
        label=label,
        joined_at=now,
        consented_at=now if session.recorded else None,
    )
