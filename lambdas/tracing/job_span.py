"""A job of MediaConvert as a span of its talk: AWS writes none of it, so it is written down when the job is over."""

from datetime import datetime

from echosphere.domain.recording import Recording
from echosphere.domain.transcoding import TranscodeNews, TranscodeStatus
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
