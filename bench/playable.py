"""From the moment at which the recorder's file lies in its bucket to the moment at which a player may open it."""

from datetime import UTC, datetime, timedelta
from time import perf_counter, sleep
from typing import Any
from uuid import uuid4

from bench.talk_file import TalkFile
from echosphere.adapters.dynamodb.recording_records import to_recording_item
from echosphere.adapters.dynamodb.session_records import session_partition, to_session_item
from echosphere.adapters.sort_keys import recording_sort_key
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import EndReason, SessionStatus
from tests.examples import a_recording, a_session
from tests.platform import Platform

LOOK_EVERY_S, GIVEN_UP_AFTER_S = 0.05, 600.0
GIVEN_UP_AFTER_LENGTHS = 2
READY, FAILED = RecordingStatus.READY.value, RecordingStatus.FAILED.value


def measure_playable(platform: Platform, file: TalkFile, *, samples: int) -> list[float]:
    """Milliseconds, one talk after the other."""
    return [_one(platform, file) for _ in range(samples)]


def _one(platform: Platform, file: TalkFile) -> float:
    session_id = f"bench-{uuid4().hex[:12]}"
    _end_a_talk(platform, session_id, file)
    s3, bucket = platform.cloud().client("s3"), platform.outputs.get("media", "RawBucketName")
    s3.put_object(Bucket=bucket, Key=f"raw/{session_id}/001.mp4", Body=file.path.read_bytes())
    began = perf_counter()
    _until_ready(platform, session_id, within_s=max(GIVEN_UP_AFTER_S, GIVEN_UP_AFTER_LENGTHS * file.seconds))
    return (perf_counter() - began) * 1000


def _end_a_talk(platform: Platform, session_id: str, file: TalkFile) -> None:
    """As the webhooks leave it when the room closes."""
    ended = datetime.now(UTC)
    began = ended - timedelta(seconds=file.seconds)
    talked = {"created_at": began, "started_at": began, "ended_at": ended}
    session = a_session(
        id=session_id, room_name=session_id, status=SessionStatus.ENDED, end_reason=EndReason.HUNG_UP, **talked
    )
    recording = a_recording(
        session,
        kind=file.kind,
        status=RecordingStatus.UPLOADED,
        changed_at=ended,
        egress_id=f"EG_{session_id}",
        duration_s=file.seconds,
        **talked,
    )
    table, name = platform.cloud().client("dynamodb"), platform.outputs.get("data", "TableName")
    for item in (to_session_item(session), to_recording_item(recording)):
        table.put_item(TableName=name, Item=item.to_dynamodb_dict())


def _until_ready(platform: Platform, session_id: str, *, within_s: float) -> None:
    table, name = platform.cloud().client("dynamodb"), platform.outputs.get("data", "TableName")
    key = {"PK": {"S": session_partition(session_id)}, "SK": {"S": recording_sort_key(1)}}
    deadline = perf_counter() + within_s
    while perf_counter() < deadline:
        found: dict[str, Any] = table.get_item(TableName=name, Key=key, ConsistentRead=True)["Item"]
        if found["status"]["S"] == READY:
            return
        if found["status"]["S"] == FAILED:
            raise RuntimeError(found["failure"]["S"])
        sleep(LOOK_EVERY_S)
    raise TimeoutError
