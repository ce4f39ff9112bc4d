from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts
from echosphere.services.forget_session import forget_session
from echosphere.services.read_session import read_session


def delete_session(ports: BackendPorts, member: Member, session_id: str) -> None:
    """Raises SessionNotFound, RoleTooLow, Unavailable."""
    member.must_be_able_to_talk()
    session = read_session(ports, member, session_id)
    forget_session(ports, session)
