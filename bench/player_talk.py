"""A talk of tones, made playable by the platform itself."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from bench.talk_file import ffmpeg
from echosphere.adapters.dynamodb.recording_records import to_recording_item
from echosphere.adapters.dynamodb.session_records import to_session_item
from echosphere.domain.recording import RecordingStatus
from echosphere.domain.session import EndReason, SessionStatus
from local.readiness import wait_until
from tests.end_to_end.person import Person
from tests.examples import a_recording, a_session
from tests.platform import Platform

LENGTH_S, TONE_S = 300, 10
LOWEST_HZ, STEP_HZ = 400, 60
READY_WITHIN_S = 180.0


def tone_hz(talk_s: float) -> int:
    """What sounds at that second."""
    return LOWEST_HZ + STEP_HZ * int(talk_s // TONE_S)


def put_talk(platform: Platform, person: Person) -> str:
    """Among the talks of this person. Returns its session's id when it can be played."""
    session_id = f"bench-{uuid4().hex[:12]}"
    _, me = person.api("/api/me")
    _store(platform, session_id, me["workspace"]["id"])
    with tempfile.TemporaryDirectory() as folder:
        file = _tones(Path(folder) / "tones.mp4")
        bucket = platform.outputs.get("media", "RawBucketName")
        platform.cloud().client("s3").put_object(Bucket=bucket, Key=f"raw/{session_id}/001.mp4", Body=file.read_bytes())
    address = f"/api/sessions/{session_id}/recording"
    wait_until(lambda: person.api(address)[1]["status"] == "ready", what="the recording", within_s=READY_WITHIN_S)
    return session_id


def _store(platform: Platform, session_id: str, workspace_id: str) -> None:
    """As the webhooks leave it when the room closes."""
    ended = datetime.now(UTC)
    began = ended - timedelta(seconds=LENGTH_S)
    talked = {"created_at": began, "started_at": began, "ended_at": ended}
    over = {"status": SessionStatus.ENDED, "end_reason": EndReason.HUNG_UP}
    session = a_session(id=session_id, room_name=session_id, workspace_id=workspace_id, **over, **talked)
    file = {"status": RecordingStatus.UPLOADED, "changed_at": ended, "duration_s": float(LENGTH_S)}
    recording = a_recording(session, egress_id=f"EG_{session_id}", **file, **talked)
    table, name = platform.cloud().client("dynamodb"), platform.outputs.get("data", "TableName")
    for item in (to_session_item(session), to_recording_item(recording)):
        table.put_item(TableName=name, Item=item.to_dynamodb_dict())


def _tones(path: Path) -> Path:
    tone = f"0.4*sin(2*PI*({LOWEST_HZ}+{STEP_HZ}*floor(t/{TONE_S}))*t)"
    return ffmpeg(
        *("-f", "lavfi", "-i", f"aevalsrc='{tone}|{tone}':s=48000:d={LENGTH_S}", "-c:a", "aac", "-b:a", "128k"),
        *("-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-frag_duration", "1000000", str(path)),
        made=path,
    )
