from echosphere.domain.feedback import Feedback
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_session import read_session


def list_feedback(ports: Ports, member: Member, session_id: str) -> list[Feedback]:
    """Of everybody in the workspace, the newest first. Raises SessionNotFound."""
    return ports.feedback.list_by_session(read_session(ports, member, session_id).id)
