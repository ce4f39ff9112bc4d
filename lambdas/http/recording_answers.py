"""How a recording looks to clients."""

from typing import Self

from pydantic import BaseModel

from echosphere.domain.coverage import CoverageStatus, Gap
from echosphere.domain.recording import RecordingFailure, RecordingKind, RecordingStatus
from echosphere.services.read_recording import Part, RecordingReport


class GapAnswer(BaseModel):
    """Seconds of the talk. `code` is a `failure`, or `not_recorded`."""

    code: str
    from_s: float
    to_s: float

    @classmethod
    def of(cls, gap: Gap) -> Self:
        return cls.model_validate(gap, from_attributes=True)


class RecordingPartAnswer(BaseModel):
    """Second of the talk = second of the file + `offset_s`. `failure_words` are those of the service that failed."""

    attempt: int
    kind: RecordingKind
    offset_s: float
    duration_s: float | None
    status: RecordingStatus
    failure: RecordingFailure | None
    failure_words: str | None

    @classmethod
    def of(cls, part: Part) -> Self:
        recording = part.recording
        return cls(
            attempt=recording.attempt,
            kind=recording.kind,
            offset_s=part.offset_s,
            duration_s=recording.duration_s,
            status=recording.status,
            failure=recording.failure,
            failure_words=recording.failure_words,
        )


class RecordingAnswer(BaseModel):
    status: CoverageStatus
    percent: int | None
    missing: list[GapAnswer]
    parts: list[RecordingPartAnswer]

    @classmethod
    def of(cls, report: RecordingReport) -> Self:
        return cls(
            status=report.status,
            percent=report.percent,
            missing=[GapAnswer.of(each) for each in report.missing],
            parts=[RecordingPartAnswer.of(each) for each in report.parts],
        )
