"""A run: all talks end, what their faults ask for happens to their news, and hours pass until nothing waits."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.integration.recording.faults import Fault, Talk
from tests.integration.recording.files import Files
from tests.integration.recording.gate import FaultGate
from tests.integration.recording.pipeline import Pipeline
from tests.integration.recording.records import Records
from tests.integration.recording.wires import Wire

RECONCILED_WITHIN_S = 600.0
HALF = 50
UPLOAD_TWICE = frozenset({Fault.UPLOADS_SWAPPED})


@dataclass
class TalksEnd:
    talks: Sequence[Talk]
    name: str
    pipeline: Pipeline
    records: Records
    gate: FaultGate
    uploads: Wire
    news: Wire
    within_s: float
    versions: dict[str, list[str]] = field(default_factory=dict)

    def upload(self, files: Files) -> None:
        platform = self.pipeline.platform
        s3, bucket = platform.cloud().client("s3"), platform.outputs.get("media", "RawBucketName")
        for talk in self.talks:
            body, key = files.of(talk.fault), f"raw/{talk.session_id}/001.mp4"
            for _ in range(0 if body is None else 1 + (talk.fault in UPLOAD_TWICE)):
                stored = s3.put_object(Bucket=bucket, Key=key, Body=body)
                self.versions.setdefault(talk.session_id, []).append(stored["VersionId"])

    def until_quiet(self) -> None:
        """Hands on what is heard until nothing more can come. Raises TimeoutError."""
        deadline, quiet = time.monotonic() + self.within_s, 0
        while quiet < 2:  # what was on its way in between is heard the second time
            heard = [*map(self._hand_on_upload, self.uploads.heard()), *map(self._hand_on_news, self.news.heard())]
            quiet = quiet + 1 if not heard and self.pipeline.is_quiet else 0
            if time.monotonic() > deadline:
                raise TimeoutError

    def an_hour_later(self) -> float:
        """Seconds that reconciliation took."""
        self.records.age(self.name)
        took_s = self.pipeline.reconcile(RECONCILED_WITHIN_S)
        self.until_quiet()
        return took_s

    def _hand_on_upload(self, body: str) -> None:
        records = json.loads(body).get("Records", [])
        if not records:
            return  # S3's test message
        told = records[0]["s3"]["object"]
        session_id = told["key"].split("/")[1]
        match self._fault(session_id):
            case Fault.UPLOAD_DROPPED | Fault.NO_ITEM_UPLOAD_DROPPED:
                return
            case Fault.UPLOAD_DOUBLED:
                self.uploads.say(body, body)
            case Fault.UPLOAD_LATE:
                self.uploads.hold(body)
            case Fault.UPLOADS_SWAPPED if told["versionId"] == self.versions[session_id][0]:
                self.uploads.hold(body)
            case _:
                self.uploads.say(body)

    def _hand_on_news(self, body: str) -> None:
        detail = json.loads(body)["detail"]
        match self._fault(detail["userMetadata"]["session_id"]):
            case Fault.NEWS_DROPPED | Fault.CUT_OFF_UNTOLD:
                return
            case Fault.NEWS_DOUBLED:
                self.news.say(body, body)
            case Fault.NEWS_LATE:
                self.news.hold(body)
            case Fault.NEWS_SWAPPED:
                self.news.say(body, _progress_before(body))
            case _:
                self.news.say(body)

    def _fault(self, session_id: str) -> Fault:
        return next((talk.fault for talk in self.talks if talk.session_id == session_id), Fault.NONE)


def _progress_before(body: str) -> str:
    """What the job would have told of itself at half its way."""
    event = json.loads(body)
    event["detail"] |= {"status": "STATUS_UPDATE", "jobProgress": {"jobPercentComplete": HALF}}
    return json.dumps(event)
