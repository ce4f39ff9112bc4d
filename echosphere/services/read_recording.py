"""How it stands with a talk's recording, for its own people."""

from dataclasses import dataclass

from echosphere.domain.coverage import CoverageStatus, Gap, gaps, offset_s, percent_of, status_of
from echosphere.domain.recording import Recording
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.read_session import read_session


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A recording and where it lies in the talk: second of the talk = second of the file + `offset_s`."""

    recording: Recording
    offset_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingReport:
    status: CoverageStatus
    percent: int | None
    missing: list[Gap]
    parts: list[Part]


def read_recording(ports: Ports, member: Member, session_id: str) -> RecordingReport:
    """Raises SessionNotFound."""
    session = read_session(ports, member, session_id)
    recordings = ports.recordings.list_by_session(session.id)
    return RecordingReport(
        status=status_of(session, recordings),
        percent=percent_of(recordings),
        missing=gaps(session, recordings),
        parts=[Part(recording=each, offset_s=offset_s(session, each)) for each in recordings],
    )
