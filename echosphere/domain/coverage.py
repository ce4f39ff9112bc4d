"""What of a talk is recorded, what is missing, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from echosphere.domain.recording import Recording, RecordingFailure, RecordingKind, RecordingStatus
from echosphere.domain.session import Session

# Between two attempts some sound is always lost; what nobody hears need not be told.
SHORTEST_GAP_S = 1.0
NOT_RECORDED = "not_recorded"


class CoverageStatus(StrEnum):
    OFF = "off"
    NONE = "none"
    RECORDING = "recording"
    PROCESSING = "processing"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Seconds of the talk that cannot be replayed; `code` is a failure's, or `not_recorded`."""

    code: str
    from_s: float
    to_s: float


def offset_s(session: Session, recording: Recording) -> float:
    """What is to be added to a second of the file to have the second of the talk."""
    if session.started_at is None:
        return 0.0
    return ((recording.started_at or recording.created_at) - session.started_at).total_seconds()


def status_of(session: Session, recordings: Sequence[Recording]) -> CoverageStatus:
    """Of the talk's sound: video beside it, and what adds nothing to it, may still be on its way."""
    sound = [each for each in recordings if each.kind is RecordingKind.AUDIO]
    if not sound:
        return CoverageStatus.NONE if session.recorded else CoverageStatus.OFF
    if not session.is_over:
        return CoverageStatus.RECORDING
    ready = [each for each in sound if each.status is RecordingStatus.READY]
    holds_all = session.duration_s is not None and bool(ready) and not gaps(session, ready)
    if not holds_all and not all(each.is_settled for each in sound):
        return CoverageStatus.PROCESSING
    return CoverageStatus.READY if ready else CoverageStatus.FAILED


def percent_of(recordings: Sequence[Recording]) -> int | None:
    """How far the slowest unsettled sound is; None when there is none."""
    waiting = [each for each in recordings if each.kind is RecordingKind.AUDIO and not each.is_settled]
    return min((each.percent or 0 for each in waiting), default=None)


def gaps(session: Session, recordings: Sequence[Recording]) -> list[Gap]:
    """Empty while the talk goes on, and for a talk that was not to be recorded."""
    if session.duration_s is None or not session.recorded:
        return []
    sound = [each for each in recordings if each.kind is RecordingKind.AUDIO]
    spans = sorted(_span(session, each) for each in sound if each.failure is None and not each.is_set_aside)
    found, covered_s = [], 0.0
    for from_s, to_s in [*spans, (session.duration_s, session.duration_s)]:
        if from_s - covered_s > SHORTEST_GAP_S:
            found.append(Gap(code=_why(session, sound, from_s), from_s=covered_s, to_s=from_s))
        covered_s = max(covered_s, to_s)
    return found


def _span(session: Session, recording: Recording) -> tuple[float, float]:
    """In seconds of the talk; one whose length is not yet known may hold all the rest."""
    from_s = offset_s(session, recording)
    assert session.duration_s is not None
    return from_s, session.duration_s if recording.duration_s is None else from_s + recording.duration_s


def _why(session: Session, sound: Sequence[Recording], to_s: float) -> str:
    """What became of the attempt that was to hold it: the last one that began before its end."""
    reasons = [_reason(each) for each in sound if offset_s(session, each) < to_s]
    return next((reason.value for reason in reversed(reasons) if reason), NOT_RECORDED)


def _reason(recording: Recording) -> RecordingFailure | None:
    return recording.failure or (RecordingFailure.RECORDER_DIED if recording.ended_early else None)
