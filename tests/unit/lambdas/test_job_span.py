"""What MediaConvert did for a recording stands in the trace of its talk, once, by its times and by nobody's words."""

import json
from datetime import timedelta
from typing import Any

import pytest

from echosphere.domain.trace import TraceParent
from echosphere.domain.transcoding import JobTimes, TranscodeNews, TranscodeStatus
from echosphere.services.reconcile_recordings import WAITS_TOO_LONG
from lambdas.finish_recording import handler as finish
from lambdas.reconcile_recordings import handler as reconcile
from lambdas.tracing.job_span import write_job_span
from lambdas.tracing.span import SpanKind
from tests.examples import NINE_O_CLOCK
from tests.unit.lambdas.queue import received
from tests.unit.lambdas.spans import attributes_of, spans_in
from tests.unit.services.recording_stage import RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit
TALK = TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7")
SUBMITTED = NINE_O_CLOCK + timedelta(minutes=1)
TIMES = JobTimes(
    submitted_at=SUBMITTED,
    started_at=SUBMITTED + timedelta(seconds=4),
    finished_at=SUBMITTED + timedelta(seconds=30),
)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> RecordingStage:
    stage = set_recording_stage(trace=TALK)
    for module in (finish, reconcile):
        monkeypatch.setattr(module, "media_ports", lambda: stage.ports)
    stage.talk()
    stage.upload()
    return stage


def job_id(stage: RecordingStage) -> str:
    submitted = stage.last().job_id
    assert submitted
    return submitted


def told(stage: RecordingStage, status: TranscodeStatus, **facts: object) -> TranscodeNews:
    """By GetJob, if it is asked."""
    return stage.transcoder.tell(job_id(stage), status, **{"times": TIMES, **facts})


def hear(stage: RecordingStage, status: TranscodeStatus, **more: object) -> None:
    metadata = {"session_id": stage.session.id, "attempt": "1", "application": "echosphere-test"}
    detail = {"status": status.name, "jobId": job_id(stage), "userMetadata": metadata, **more}
    received(finish.handler, {"detail": detail})


def jobs_in(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [span for span in spans_in(capsys) if span["name"] == "mediaconvert job"]


def test_a_job_is_a_span_of_its_talk_from_its_submission_to_its_end(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    told(stage, TranscodeStatus.COMPLETE, billed_s=48.0)

    hear(stage, TranscodeStatus.COMPLETE)

    (span,) = jobs_in(capsys)
    assert (span["traceId"], span["parentSpanId"], span["kind"]) == (TALK.trace_id, TALK.span_id, SpanKind.CLIENT)
    began_s, ended_s = (int(span[name]) / 1e9 for name in ("startTimeUnixNano", "endTimeUnixNano"))
    assert (began_s, ended_s - began_s) == (SUBMITTED.timestamp(), 30.0)
    assert "status" not in span
    assert attributes_of(span) == {
        "session.id": stage.session.id,
        "aws.mediaconvert.job.id": job_id(stage),
        "aws.mediaconvert.job.status": "complete",
        "echosphere.recording.attempt": "1",
        "echosphere.transcode.queued_s": "4.0",
        "echosphere.transcode.billed_s": "48.0",
    }


def test_news_that_come_twice_make_one_span(stage: RecordingStage, capsys: pytest.CaptureFixture[str]) -> None:
    told(stage, TranscodeStatus.COMPLETE)

    for _ in range(2):
        hear(stage, TranscodeStatus.COMPLETE)

    assert len(jobs_in(capsys)) == 1


def test_news_of_which_the_first_was_not_worked_off_tell_of_the_same_span(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    told(stage, TranscodeStatus.COMPLETE)
    job = stage.transcoder.read(job_id(stage))
    assert job

    for _ in range(2):
        write_job_span(stage.last(), job)

    first, second = jobs_in(capsys)
    assert first == second


def test_a_job_that_failed_says_by_which_number_and_quotes_no_file(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "Unable to open input file [s3://raw/raw/s-1/001.mp4]"
    told(stage, TranscodeStatus.ERROR, code=1010, words=words)

    hear(stage, TranscodeStatus.ERROR, errorCode=1010, errorMessage=words)

    (span,) = jobs_in(capsys)
    assert span["status"] == {"code": 2} and attributes_of(span)["error.type"] == "1010"
    assert "s3://" not in json.dumps(span) and stage.last().raw_key not in json.dumps(span)


def test_a_job_whose_turn_never_came_has_waited_for_nobody_knows_how_long(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    times = JobTimes(submitted_at=SUBMITTED, started_at=None, finished_at=SUBMITTED + timedelta(seconds=2))
    told(stage, TranscodeStatus.CANCELED, times=times)

    hear(stage, TranscodeStatus.CANCELED)

    (span,) = jobs_in(capsys)
    assert attributes_of(span)["error.type"] == "canceled"
    assert "echosphere.transcode.queued_s" not in attributes_of(span)


def test_a_recording_is_finished_where_nobody_answers_for_its_job(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.transcoder.is_down = True

    hear(stage, TranscodeStatus.ERROR, errorCode=1010, errorMessage="no moov box")

    assert jobs_in(capsys) == [] and stage.last().failure == "transcoder_failed"


def test_a_job_whose_news_never_came_is_a_span_as_soon_as_it_is_asked_for(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    told(stage, TranscodeStatus.COMPLETE)
    stage.clock.advance(WAITS_TOO_LONG.total_seconds() + 60)

    for _ in range(2):
        received(reconcile.handler, {})

    (span,) = jobs_in(capsys)
    assert (span["traceId"], attributes_of(span)["aws.mediaconvert.job.id"]) == (TALK.trace_id, job_id(stage))


def test_a_job_that_goes_on_is_none_yet_when_it_is_asked_for(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    told(stage, TranscodeStatus.PROGRESSING, times=None)
    stage.clock.advance(WAITS_TOO_LONG.total_seconds() + 60)

    received(reconcile.handler, {})

    assert jobs_in(capsys) == []


def test_progress_is_no_span(stage: RecordingStage, capsys: pytest.CaptureFixture[str]) -> None:
    hear(stage, TranscodeStatus.PROGRESSING, jobProgress={"jobPercentComplete": 40})

    assert jobs_in(capsys) == []
