from echosphere.domain.feedback import Feedback, Thumb
from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts
from echosphere.services.count_opinions import count_opinions
from echosphere.services.read_session import read_session


def give_feedback(ports: BackendPorts, member: Member, session_id: str, *, thumb: Thumb, note: str) -> list[Feedback]:
    """On any talk that the member may see, in the place of what they said of it before; all that is said of it then.

    Raises SessionNotFound, RoleTooLow.
    """
    session = read_session(ports, member, session_id)
    member.must_be_able_to_talk()
    ports.feedback.put(
        Feedback(
            session_id=session.id,
            workspace_id=session.workspace_id,
            person_id=member.person_id,
            thumb=thumb,
            note=note,
            changed_at=ports.clock.now(),
        )
    )
    count_opinions(ports, session.id)
    return ports.feedback.list_by_session(session.id)
