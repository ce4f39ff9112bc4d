"""A raw file lies in its bucket: it is looked at, and the transcoder is asked for its renditions."""

import logging

from echosphere.domain.errors import (
    MediaUnreadable,
    RecordingNotFound,
    SessionNotFound,
    TranscoderRefused,
    WriteConflict,
)
from echosphere.domain.recording import (
    Recording,
    RecordingFailure,
    RecordingKind,
    RecordingStatus,
    raw_prefix,
    session_and_attempt,
)
from echosphere.domain.transcoding import TranscodeJob
from echosphere.ports import MediaPorts
from echosphere.ports.inspector import Probe
from echosphere.ports.media_store import StoredObject
from echosphere.services.change_recording import change_recording

logger = logging.getLogger(__name__)
# Of a talk; what is longer was forgotten, and an hour of it costs as much as any other.
LONGEST_S = 6 * 60 * 60


def transcode_recording(ports: MediaPorts, stored: StoredObject) -> Recording | None:
    """Idempotent. What can never become a recording is settled here, with the reason, and not tried again.

    None: the file is none of ours, or of a talk that is deleted. Raises Unavailable, to be repeated.
    """
    named = session_and_attempt(stored.key)
    if named is None:
        logger.warning("a raw file is named like none of ours")
        return None
    recording = _note_upload(ports, *named, stored)
    if recording is None or recording.status is not RecordingStatus.UPLOADED:
        return recording
    return _submit(ports, recording, stored)


def _note_upload(ports: MediaPorts, session_id: str, attempt: int, stored: StoredObject) -> Recording | None:
    at = ports.clock.now()
    try:
        session = ports.sessions.get(session_id)
    except SessionNotFound:
        ports.media.delete_prefix(raw_prefix(session_id))  # it came after its talk was deleted
        return None
    try:
        return change_recording(ports, session_id, attempt, lambda known: known.upload(version=stored.version, at=at))
    except RecordingNotFound:
        found = Recording(
            session_id=session_id,
            workspace_id=session.workspace_id,
            attempt=attempt,
            kind=RecordingKind.AUDIO,
            # A recorder begins with its talk; when its file is found says nothing of that.
            created_at=session.started_at or session.created_at,
            changed_at=at,
            trace=session.trace,
        )
    try:
        ports.recordings.create(found)
    except WriteConflict:
        logger.info("a raw file was taken in by two at once")
    return change_recording(ports, session_id, attempt, lambda known: known.upload(version=stored.version, at=at))


def _submit(ports: MediaPorts, recording: Recording, stored: StoredObject) -> Recording:
    try:
        probe = ports.inspector.probe(ports.media.open_range(stored))
    except MediaUnreadable as unreadable:
        return _fail(ports, recording, RecordingFailure.UNREADABLE, unreadable.words)
    if probe.channels == 0:
        return _fail(ports, recording, RecordingFailure.NO_AUDIO, "The file holds no sound.")
    if probe.duration_s > LONGEST_S:
        words = f"The file is {probe.duration_s / 3600:.1f} hours long; {LONGEST_S // 3600} are the most."
        return _fail(ports, recording, RecordingFailure.TOO_LONG, words)
    try:
        job_id = ports.transcoder.submit(_job(recording, stored, probe))
    except TranscoderRefused as refused:
        return _fail(ports, recording, RecordingFailure.TRANSCODER_REFUSED, refused.words)
    at = ports.clock.now()
    return change_recording(
        ports, recording.session_id, recording.attempt, lambda known: known.transcode(job_id, at=at)
    )


def _job(recording: Recording, stored: StoredObject, probe: Probe) -> TranscodeJob:
    has_video = recording.kind is RecordingKind.VIDEO
    return TranscodeJob(
        session_id=recording.session_id,
        attempt=recording.attempt,
        raw_key=stored.key,
        raw_version=stored.version,
        media_prefix=recording.media_prefix,
        duration_s=probe.duration_s,
        channels=probe.channels,
        width=probe.width if has_video else 0,
        height=probe.height if has_video else 0,
        frames_per_second=probe.frames_per_second,
    )


def _fail(ports: MediaPorts, recording: Recording, failure: RecordingFailure, words: str) -> Recording:
    at = ports.clock.now()
    return change_recording(
        ports, recording.session_id, recording.attempt, lambda known: known.fail(failure, words, at=at)
    )
