from echosphere.domain.session import Session
from echosphere.domain.speaker import Speaker
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_session import read_session


def list_speakers(ports: Ports, member: Member, session_id: str) -> tuple[Session, list[Speaker]]:
    """The talk, whose owner is the first speaker, and its guests as they came. Raises SessionNotFound."""
    session = read_session(ports, member, session_id)
    return session, ports.speakers.list_by_session(session.id)
