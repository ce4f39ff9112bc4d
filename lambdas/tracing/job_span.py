"""A job of MediaConvert as a span of its talk: AWS writes none of it, so it is written down when the job is over."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from echosphere.domain.errors import RecordingNotFound
from echosphere.domain.recording import Recording
from echosphere.domain.transcoding import TranscodeJob, TranscodeNews, TranscodeStatus
from echosphere.ports.recording_store import RecordingStore
from echosphere.ports.transcoder import Transcoder
from lambdas.tracing.span import SESSION_ID, Attribute, Span, SpanKind

NAME = "mediaconvert job"


def write_job_span(recording: Recording, job: TranscodeNews) -> None:
    """From where it was submitted to where it was over; nothing where that, or the talk's trace, is not known.

    Written twice it is the same span: its id is made of the job's.
    """
    if recording.trace is None or job.times is None:
        return
    span = Span(NAME, SpanKind.CLIENT, recording.trace, began_ns=_ns(job.times.submitted_at))
    span.place = recording.trace.child_named(job.job_id)
    span.attributes |= {SESSION_ID: recording.session_id, **_facts(job)}
    if job.status is not TranscodeStatus.COMPLETE:
        span.fail(str(job.code or job.status.value))
    span.write(ended_ns=_ns(job.times.finished_at))


@dataclass(frozen=True, slots=True)
class TracedTranscoder:
    """Where nobody hears of a job's end, and it is asked for: who reads that it is over writes it down."""

    inner: Transcoder
    recordings: RecordingStore

    def submit(self, job: TranscodeJob) -> str:
        return self.inner.submit(job)

    def read(self, job_id: str) -> TranscodeNews | None:
        job = self.inner.read(job_id)
        if job is not None and job.is_over:
            self._trace(job)
        return job

    def _trace(self, job: TranscodeNews) -> None:
        with suppress(RecordingNotFound):  # its talk was deleted meanwhile
            recording = self.recordings.get(job.session_id, job.attempt)
            if recording.waits_for_its_job:
                write_job_span(recording, job)


def _facts(job: TranscodeNews) -> dict[str, Attribute]:
    """No name of a file, and none of the service's words, which quote them."""
    facts: dict[str, Attribute | None] = {
        "aws.mediaconvert.job.id": job.job_id,
        "aws.mediaconvert.job.status": job.status.value,
        "echosphere.recording.attempt": job.attempt,
        "echosphere.transcode.queued_s": _queued_s(job),
        "echosphere.transcode.billed_s": job.billed_s,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _queued_s(job: TranscodeNews) -> float | None:
    times = job.times
    if times is None or times.started_at is None:
        return None
    return (times.started_at - times.submitted_at).total_seconds()


def _ns(moment: datetime) -> int:
    return round(moment.timestamp() * 1000) * 1_000_000
