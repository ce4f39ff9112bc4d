"""What goes wrong with which talk, and what must become of it: the same for the same seed."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from echosphere.domain.recording import RecordingFailure, RecordingStatus

READY = RecordingStatus.READY


class Fault(StrEnum):
    NONE = "none"
    LONGER = "none; a file of some seconds, with messages"
    END_UNHEARD = "news of the recorder's end lost"
    NO_ITEM = "raw file without an item"
    NO_ITEM_UPLOAD_DROPPED = "raw file without an item, upload's event dropped"
    UPLOAD_DROPPED = "upload's event dropped"
    UPLOAD_DOUBLED = "upload's event doubled"
    UPLOAD_LATE = "upload's event after reconciliation"
    UPLOADS_SWAPPED = "two versions uploaded, their events swapped"
    NEWS_DROPPED = "job's news dropped"
    NEWS_DOUBLED = "job's news doubled"
    NEWS_LATE = "job's news after reconciliation"
    NEWS_SWAPPED = "job's progress told after its end"
    THROTTLED = "CreateJob throttled until the second delivery"
    KILLED_WITH_JOB = "function killed between CreateJob and its record"
    KILLED_BEFORE_READY = "function killed between the files and their record"
    TABLE_AWAY = "table refuses three deliveries: dead letter"
    CUT_OFF = "MediaConvert fails: the file is cut off"
    CUT_OFF_UNTOLD = "MediaConvert fails, and its news is dropped"
    TEXT = "a text named .mp4"
    EMPTY = "zero bytes"
    NO_SOUND = "a film without sound"
    EIGHT_HOURS = "a file of eight hours"
    NO_FILE = "recorder without news and without a file"
    NO_RECORDER = "a talk of which no recorder ever heard"


ENDS_OTHERWISE = {
    Fault.CUT_OFF: RecordingFailure.TRANSCODER_FAILED,
    Fault.CUT_OFF_UNTOLD: RecordingFailure.TRANSCODER_FAILED,
    Fault.TEXT: RecordingFailure.UNREADABLE,
    Fault.EMPTY: RecordingFailure.UNREADABLE,
    Fault.NO_SOUND: RecordingFailure.NO_AUDIO,
    Fault.EIGHT_HOURS: RecordingFailure.TOO_LONG,
    Fault.NO_FILE: RecordingFailure.NOT_UPLOADED,
    Fault.NO_RECORDER: RecordingFailure.NOT_STARTED,
}
WITHOUT_ITEM = frozenset({Fault.NO_ITEM, Fault.NO_ITEM_UPLOAD_DROPPED, Fault.NO_RECORDER})
WITHOUT_FILE = frozenset({Fault.NO_FILE, Fault.NO_RECORDER})
# In a hundred talks; each of the other faults is had by two, and the rest have none.
LONGER_SHARE, FAULT_SHARE = 0.02, 0.02


@dataclass(frozen=True, slots=True)
class Talk:
    session_id: str
    fault: Fault

    @property
    def must_be(self) -> tuple[RecordingStatus, RecordingFailure | None]:
        failure = ENDS_OTHERWISE.get(self.fault)
        return (RecordingStatus.FAILED, failure) if failure else (READY, None)


def planned(count: int, *, seed: int, name: str) -> Sequence[Talk]:
    """`name` begins the ids, so that two runs on one table do not meet. Every fault is there at least once."""
    faults: list[Fault] = []
    for fault in Fault:
        share = LONGER_SHARE if fault is Fault.LONGER else FAULT_SHARE
        faults += [fault] * (0 if fault is Fault.NONE else max(1, round(share * count)))
    faults += [Fault.NONE] * (count - len(faults))
    random.Random(seed).shuffle(faults)  # noqa: S311  # a plan, no secret
    return [Talk(f"{name}-{number:04d}", fault) for number, fault in enumerate(faults)]
