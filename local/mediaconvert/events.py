"""The details of "MediaConvert Job State Change" events, as the guide's pages `ev_status_*` show them."""

from collections.abc import Mapping, Sequence
from typing import Any

from local.mediaconvert.jobs import Job, Wire
from local.mediaconvert.transcode import MadeGroup, MadeOutput

PHASES = ("PROBING", "TRANSCODING", "UPLOADING")
WHOLE = 100


def detail(job: Job, status: str, now: float, **more: object) -> Wire:
    """`now` in seconds since 1970."""
    return {
        "timestamp": int(now * 1000),
        "accountId": job.account,
        "queue": job.wire["queue"],
        "jobId": job.id,
        "status": status,
        "userMetadata": job.wire["userMetadata"],
        **more,
    }


def update(job: Job, now: float) -> Wire:
    phase, percent = job.wire["currentPhase"], job.wire["jobPercentComplete"]
    progress = {
        "phaseProgress": {name: _phase(name, phase, percent) for name in PHASES},
        "jobPercentComplete": percent,
        "currentPhase": phase,
        "retryCount": job.wire["retryCount"],
    }
    return detail(job, "STATUS_UPDATE", now, jobProgress=progress)


def complete(job: Job, now: float, made: Sequence[MadeGroup]) -> Wire:
    groups = [_group(each) for each in made]
    return detail(job, "COMPLETE", now, paddingInserted=0, blackVideoDetected=0, outputGroupDetails=groups)


def error(job: Job, now: float, code: int, words: str) -> Wire:
    return detail(job, "ERROR", now, errorCode=code, errorMessage=words)


def answered_groups(made: Sequence[MadeGroup]) -> list[Wire]:
    """As GetJob tells it, which is less than the event does: no paths."""
    return [{"outputDetails": [_output(each) for each in group.outputs]} for group in made]


def _phase(name: str, current: str, percent: int) -> Mapping[str, Any]:
    position = PHASES.index(name) - PHASES.index(current)
    if position > 0:
        return {"status": "PENDING", "percentComplete": 0}
    return {"status": "COMPLETE", "percentComplete": WHOLE} if position else _now(percent)


def _now(percent: int) -> Mapping[str, Any]:
    return {"status": "PROGRESSING", "percentComplete": percent}


def _group(made: MadeGroup) -> Wire:
    outputs = [{"outputFilePaths": [each.path], **_output(each)} for each in made.outputs]
    playlist = {"playlistFilePaths": [made.playlist]} if made.playlist else {}
    return {"outputDetails": outputs, "type": made.kind, **playlist}


def _output(made: MadeOutput) -> Wire:
    picture = {"videoDetails": {"widthInPx": made.width, "heightInPx": made.height}} if made.height else {}
    return {"durationInMs": made.duration_ms, **picture}
