"""Who holds an invitation comes into the room: under a random identity, and the name that they want to be called by.

Whoever comes back with the key that they were given is the same one as before.
"""

from dataclasses import dataclass

from echosphere.domain.errors import ConsentNeeded, GuestRemoved, InvitationUsedUp, RoomFull
from echosphere.domain.identifiers import new_guest_identity
from echosphere.domain.session import Session
from echosphere.domain.shared_link import hash_of
from echosphere.domain.speaker import MOST_GUESTS, PASSES_OF_AN_INVITATION, Speaker, new_guest_key
from echosphere.ports import Ports
from echosphere.ports.rooms import RoomPass
from echosphere.services.call_agent import call_agent_where_none_came
from echosphere.services.open_invitation import open_invitation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`key` is told to its guest alone."""

    guest: Speaker
    key: str
    room_pass: RoomPass


def join_as_guest(ports: Ports, secret: str, *, label: str | None, consented: bool, key: str | None = None) -> Entry:
    """Of a recorded talk every guest is asked, wherever they are: nobody knows whose country's law holds for them.

    With a `key` that nobody has, one is a new guest. Raises InvitationNotFound, SessionOver, GuestRemoved,
    ConsentNeeded, RoomFull, InvitationUsedUp, RoomsUnavailable.
    """
    invitation, session = open_invitation(ports, secret)
    known = _known_by(ports, session, key) if key else None
    if session.recorded and not (consented or known):
        raise ConsentNeeded
    mine = {session.participant_identity, known.identity if known else ""}
    if len(ports.rooms.people_in(session.room_name) - mine) >= MOST_GUESTS:
        raise RoomFull(session.id)
    if known is None and not ports.invitations.count_use(invitation, most=PASSES_OF_AN_INVITATION):
        raise InvitationUsedUp
    if known is None or key is None:
        key = new_guest_key()
        known = _new_guest(ports, session, invitation_id=invitation.id, label=label, key=key)
    call_agent_where_none_came(ports, session)
    room_pass = ports.rooms.issue_pass(session, identity=known.identity, at=ports.clock.now())
    return Entry(guest=known, key=key, room_pass=room_pass)


def _known_by(ports: Ports, session: Session, key: str) -> Speaker | None:
    known = next((guest for guest in ports.speakers.list_by_session(session.id) if guest.is_known_by(key)), None)
    if known is not None and known.removed_at:
        raise GuestRemoved
    return known


def _new_guest(ports: Ports, session: Session, *, invitation_id: str, label: str | None, key: str) -> Speaker:
    now = ports.clock.now()
    guest = Speaker(
        session_id=session.id,
        identity=new_guest_identity(),
        label=label,
        joined_at=now,
        invitation_id=invitation_id,
        key_hash=hash_of(key),
        consented_at=now if session.recorded else None,
    )
    ports.speakers.create(guest)
    return guest
