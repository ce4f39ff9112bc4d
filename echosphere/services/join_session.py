"""The way into the room of a session that is not over, for the first time or after a reload.

Who comes back to a talk whose agent has died finds another one, which knows what was said; and who waits for the first
one has it called again.
"""

from echosphere.domain.errors import NotTheSpeaker, SessionOver
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.ports.rooms import RoomPass
from echosphere.services.call_agent import call_agent_where_none_came
from echosphere.services.read_session import read_session


def join_session(ports: Ports, member: Member, session_id: str) -> RoomPass:
    """Raises SessionNotFound, SessionOver, RoleTooLow, NotTheSpeaker."""
    member.must_be_able_to_talk()
    session = read_session(ports, member, session_id)
    if session.person_id != member.person_id:
        raise NotTheSpeaker
    if session.is_over:
        raise SessionOver(session_id)
    call_agent_where_none_came(ports, session)
    return ports.rooms.issue_pass(session, identity=session.participant_identity, at=ports.clock.now())
