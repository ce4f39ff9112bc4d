from echosphere.domain.session import Session
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_session import read_session


def rename_session(ports: Ports, member: Member, session_id: str, title: str) -> Session:
    """No first words of a talk take a given name's place. Raises RoleTooLow, SessionNotFound."""
    member.must_be_able_to_talk()
    session = read_session(ports, member, session_id)
    return ports.sessions.rename(session.id, title)
