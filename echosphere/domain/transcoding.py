"""What is asked of the transcoder for one recording, and what it tells of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


class TranscodeStatus(StrEnum):
    SUBMITTED = "submitted"
    PROGRESSING = "progressing"
    COMPLETE = "complete"
    ERROR = "error"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscodeJob:
    """Renditions go to `{media_prefix}hls/`, the file for download to `{media_prefix}dual.m4a`.

    `width` and `height` are the source's, 0 without video: nothing is made larger than it was.
    """

    session_id: str
    attempt: int
    raw_key: str
    raw_version: str
    media_prefix: str
    duration_s: float
    channels: int
    width: int = 0
    height: int = 0
    frames_per_second: float = 0.0

    @property
    def token(self) -> str:
        """The same file of the same version asks for the same job. MediaConvert's longest token has 64 characters."""
        return sha256(f"{self.raw_key}#{self.raw_version}".encode()).hexdigest()

    @property
    def has_video(self) -> bool:
        return self.height > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTimes:
    """Of a job that is over, to the second. `started_at` is None where its turn never came."""

    submitted_at: datetime
    started_at: datetime | None
    finished_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscodeNews:
    """`words` are the transcoder's own about an error, `code` its number. `billed_s`: seconds of all outputs, as they
    are paid for. Only who asks for the job is told its `times`.
    """

    job_id: str
    session_id: str
    attempt: int
    status: TranscodeStatus
    percent: int | None = None
    words: str | None = None
    code: int | None = None
    billed_s: float | None = None
    times: JobTimes | None = None

    @property
    def is_over(self) -> bool:
        return self.status in (TranscodeStatus.COMPLETE, TranscodeStatus.ERROR, TranscodeStatus.CANCELED)
