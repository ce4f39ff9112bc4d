from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts
from echosphere.services.count_opinions import count_opinions
from echosphere.services.read_session import read_session


def take_feedback_back(ports: BackendPorts, member: Member, session_id: str) -> None:
    """One's own; where one has said nothing, nothing changes. Raises SessionNotFound."""
    session = read_session(ports, member, session_id)
    ports.feedback.delete(session.id, member.person_id)
    count_opinions(ports, session.id)
