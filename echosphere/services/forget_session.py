"""A talk is forgotten: what was said, what was recorded, what was made of it."""

from echosphere.domain.day_figures import day_of
from echosphere.domain.recording import raw_prefix, session_media_prefix
from echosphere.domain.session import EndReason, Session
from echosphere.ports import BackendPorts
from echosphere.services.end_session import end_session


def forget_session(ports: BackendPorts, session: Session) -> None:
    """The session itself goes last, so that a delete that was cut off can be asked for again.

    A recorder that is still at it stores its file later: transcode_recording and follow_transcode delete what belongs
    to no talk. Raises SessionNotFound when it is gone already, Unavailable.
    """
    ended = end_session(ports, session.id, reason=EndReason.HUNG_UP)
    ports.days.forget_session(day_of(ended), session_id=session.id)
    ports.media.delete_prefix(raw_prefix(session.id))
    ports.media.delete_prefix(session_media_prefix(session.id))
    ports.sessions.delete(session)
