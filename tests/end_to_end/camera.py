"""A camera that was on in a talk which is over: its recording arrives when the sound can long be heard."""

import subprocess
from datetime import datetime
from pathlib import Path

from echosphere.adapters.dynamodb.recording_records import to_recording_item
from echosphere.domain.recording import RecordingKind, RecordingStatus
from tests.end_to_end.replayed_talk import ReplayedTalk
from tests.examples import a_recording, a_session
from tests.platform import Platform

ATTEMPT = 2


class Camera:
    WIDTH, HEIGHT = 640, 360

    def __init__(self, platform: Platform, talk: ReplayedTalk, folder: Path) -> None:
        _, session = talk.person.api(f"/api/sessions/{talk.session_id}")
        self._platform = platform
        self._talk = talk
        self._film = folder / "film.mp4"
        self._began = datetime.fromisoformat(session["started_at"])
        self._length_s = float(session["duration_s"])

    def announce(self) -> None:
        """The recording is known, and its file made and on the way."""
        self._make_film()
        _, me = self._talk.person.api("/api/me")
        session = a_session(id=self._talk.session_id, workspace_id=me["workspace"]["id"])
        recording = a_recording(
            session,
            attempt=ATTEMPT,
            kind=RecordingKind.VIDEO,
            status=RecordingStatus.UPLOADED,
            egress_id="EG_camera",
            created_at=self._began,
            changed_at=self._began,
            started_at=self._began,
            duration_s=self._length_s,
        )
        item = to_recording_item(recording).to_dynamodb_dict()
        table = self._platform.outputs.get("data", "TableName")
        self._platform.cloud().client("dynamodb").put_item(TableName=table, Item=item)

    def upload(self) -> None:
        """As the recorder does."""
        key = f"raw/{self._talk.session_id}/{ATTEMPT:03d}.mp4"
        bucket = self._platform.outputs.get("media", "RawBucketName")
        self._platform.cloud().client("s3").put_object(Bucket=bucket, Key=key, Body=self._film.read_bytes())

    def _make_film(self) -> None:
        picture = ("-f", "lavfi", "-i", f"testsrc2=size={self.WIDTH}x{self.HEIGHT}:rate=15:duration={self._length_s}")
        sound = ("-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:duration={self._length_s}")
        made = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2")
        command = ["ffmpeg", "-v", "error", *picture, *sound, *made, str(self._film)]
        subprocess.run(command, check=True)  # noqa: S603  # the system's
