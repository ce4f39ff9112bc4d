"""How every use case changes a recording: read, change, store with its event; again if somebody was faster."""

from collections.abc import Callable

from echosphere.domain.errors import WriteConflict
from echosphere.domain.events import (
    Event,
    RecordingCutShort,
    RecordingFailed,
    RecordingReady,
    RecordingStarted,
    RecordingUploaded,
)
from echosphere.domain.recording import Recording, RecordingStatus
from echosphere.ports import Ports
from echosphere.services.publish_event import publish_event

TRIES = 5
EVENT_OF: dict[RecordingStatus, Callable[[Recording], Event]] = {
    RecordingStatus.RECORDING: RecordingStarted.of,
    RecordingStatus.UPLOADED: RecordingUploaded.of,
    RecordingStatus.READY: RecordingReady.of,
    RecordingStatus.FAILED: RecordingFailed.of,
}


def change_recording(
    ports: Ports,
    session_id: str,
    attempt: int,
    change: Callable[[Recording], Recording],
    *,
    known: Recording | None = None,
) -> Recording:
    """`change` gives the recording back unchanged when there is nothing to do, and then nothing is stored or told.

    `known` is what the caller has just stored, and need not be read again.
    Raises RecordingNotFound, WriteConflict when it lost every race.
    """
    for _ in range(TRIES):
        was = known or ports.recordings.get(session_id, attempt)
        known = None
        changed = change(was)
        if changed == was:
            return was
        event = _event(changed, was)
        try:
            ports.recordings.replace(changed, was=was, event=event)
        except WriteConflict:
            continue
        if event:
            publish_event(ports, event)
        return changed
    raise WriteConflict


def _event(changed: Recording, was: Recording) -> Event | None:
    if changed.ended_early and not was.ended_early:
        return RecordingCutShort.of(changed)
    if changed.status is was.status or changed.status not in EVENT_OF:
        return None
    return EVENT_OF[changed.status](changed)
