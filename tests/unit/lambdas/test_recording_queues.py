"""What the pipeline's queues hand over, as S3 and EventBridge write it."""

from typing import Any

import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from lambdas.finish_recording import handler as finish
from lambdas.reconcile_recordings import handler as reconcile
from lambdas.transcode_recording import handler as transcode
from tests.unit.lambdas.queue import metrics_in, received
from tests.unit.services.recording_stage import FILE, RecordingStage, set_recording_stage

pytestmark = pytest.mark.unit


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> RecordingStage:
    stage = set_recording_stage()
    for module in (transcode, finish, reconcile):
        monkeypatch.setattr(module, "media_ports", lambda: stage.ports)
    return stage


def uploaded(stage: RecordingStage, body: bytes = FILE) -> dict[str, Any]:
    stored = stage.store(body)
    told = {"key": stored.key.replace("/", "%2F"), "versionId": stored.version, "size": stored.size_bytes}
    return {"Records": [{"eventName": "ObjectCreated:Put", "s3": {"object": told}}]}


def job_news(stage: RecordingStage, status: str, **more: object) -> dict[str, Any]:
    metadata = {"session_id": stage.session.id, "attempt": "1", "application": "echosphere-test"}
    return {"detail": {"status": status, "jobId": stage.last().job_id, "userMetadata": metadata, **more}}


def test_a_raw_file_is_transcoded_and_its_job_followed(stage: RecordingStage) -> None:
    stage.talk()

    assert received(transcode.handler, uploaded(stage)) == {"batchItemFailures": []}
    assert received(finish.handler, job_news(stage, "STATUS_UPDATE", jobProgress={"jobPercentComplete": 40})) == {
        "batchItemFailures": []
    }

    assert (stage.last().status, stage.last().percent) == ("transcoding", 40)


def test_poison_is_settled_and_holds_up_nothing(stage: RecordingStage) -> None:
    stage.talk()

    assert received(transcode.handler, uploaded(stage, b"")) == {"batchItemFailures": []}
    assert stage.last().failure == "unreadable"


def test_only_what_failed_goes_back_to_the_queue(stage: RecordingStage) -> None:
    stage.talk()
    stage.transcoder.is_down = True

    answer = received(transcode.handler, {"Event": "s3:TestEvent"}, uploaded(stage))

    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-1"}]}


def test_a_failed_job_is_told_with_mediaconverts_number_and_words(stage: RecordingStage) -> None:
    stage.talk()
    received(transcode.handler, uploaded(stage))

    received(finish.handler, job_news(stage, "ERROR", errorCode=1040, errorMessage="Demuxer failed"))

    assert stage.last().failure_words == "1040: Demuxer failed"


def test_a_job_that_is_none_of_ours_is_ignored(stage: RecordingStage) -> None:
    body = {"detail": {"status": "COMPLETE", "jobId": "job-9", "userMetadata": {}}}

    assert received(finish.handler, body) == {"batchItemFailures": []}


def test_each_round_tells_of_how_many_nobody_knows_what_became(
    stage: RecordingStage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.talk()
    stage.clock.advance(2 * 3600)
    stage.media.is_down = True
    received(reconcile.handler, {})
    stage.clock.advance(2 * 3600)

    received(reconcile.handler, {})

    assert [line["recording.unaccounted"] for line in metrics_in(capsys.readouterr().out)] == [[0.0], [2.0]]


def test_a_tick_reconciles(stage: RecordingStage) -> None:
    stage.talk()
    stage.clock.advance(3600)

    received(reconcile.handler, {})

    assert stage.last().failure == "not_uploaded"


def test_a_fault_goes_back_to_the_queue(stage: RecordingStage) -> None:
    stage.talk()
    body = uploaded(stage)
    stage.media.is_down = True

    with pytest.raises(BatchProcessingError):
        received(transcode.handler, body)
