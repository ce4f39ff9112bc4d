"""A talk is forgotten: what was said, what was recorded, what was made of it."""

from echosphere.domain.recording import raw_prefix, session_media_prefix
from echosphere.domain.session import EndReason
from echosphere.domain.workspace import Member
from echosphere.ports import BackendPorts
from echosphere.services.end_session import end_session
from echosphere.services.read_session import read_session


def delete_session(ports: BackendPorts, member: Member, session_id: str) -> None:
    """The session itself goes last, so that a delete that was cut off can be asked for again.

    A recorder that is still at it stores its file later: transcode_recording and follow_transcode delete what belongs
    to no talk. Raises SessionNotFound, RoleTooLow, Unavailable.
    """
    member.must_be_able_to_talk()
    session = read_session(ports, member, session_id)
    end_session(ports, session.id, reason=EndReason.HUNG_UP)
    ports.media.delete_prefix(raw_prefix(session.id))
    ports.media.delete_prefix(session_media_prefix(session.id))
    ports.sessions.delete(session)
