"""The way to a talk's recording, for an hour."""

from datetime import datetime

from echosphere.domain.coverage import CoverageStatus, offset_s, status_of
from echosphere.domain.errors import RecordingNotFound, RecordingNotReady
from echosphere.domain.kept import kept
from echosphere.domain.playback import ACCESS_LASTS, PlayablePart, Playback
from echosphere.domain.session import Session
from echosphere.domain.workspace import Member
from echosphere.ports import PlaybackSigner, Ports
from echosphere.services.read_session import read_session

UNDER_WAY = (CoverageStatus.RECORDING, CoverageStatus.PROCESSING)


def open_playback(ports: Ports, signer: PlaybackSigner, member: Member, session_id: str) -> Playback:
    """Raises SessionNotFound, RecordingNotFound, RecordingNotReady, SignerUnavailable."""
    session = read_session(ports, member, session_id)
    return playback_of(ports, signer, session, until=ports.clock.now() + ACCESS_LASTS)


def playback_of(ports: Ports, signer: PlaybackSigner, session: Session, *, until: datetime) -> Playback:
    """Whoever calls has made sure that the person may listen. Raises as open_playback."""
    recordings = ports.recordings.list_by_session(session.id)
    status = status_of(session, recordings)
    if status in UNDER_WAY:
        raise RecordingNotReady(session.id)
    if status is not CoverageStatus.READY:
        raise RecordingNotFound(session.id)
    return Playback(
        session_id=session.id,
        access=signer.sign(session.id, until=until),
        parts=tuple(
            PlayablePart(recording=each, offset_s=offset_s(session, each)) for each in kept(session, recordings)
        ),
    )
