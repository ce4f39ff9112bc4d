"""Every hour: what has waited too long for its news is asked for, mended, or given up with a reason.

So every talk is accounted for, whatever was dropped, doubled or killed on the way.
"""

import logging
from datetime import timedelta

from echosphere.domain.errors import RecordingNotFound, SessionNotFound, Unavailable, WriteConflict
from echosphere.domain.recording import Recording, RecordingFailure, RecordingStatus, raw_prefix, session_and_attempt
from echosphere.domain.recording import RecordingKind as Kind
from echosphere.domain.session import Session
from echosphere.ports import MediaPorts
from echosphere.ports.recording_store import Unsettled
from echosphere.services.change_recording import change_recording
from echosphere.services.finish_recording import finish_recording
from echosphere.services.follow_egress import follow_egress
from echosphere.services.follow_transcode import follow_transcode
from echosphere.services.set_spares_aside import set_spares_aside
from echosphere.services.settle_lost_session import settle_lost_session
from echosphere.services.start_recording import start_recording
from echosphere.services.transcode_recording import transcode_recording

logger = logging.getLogger(__name__)
# Longer than any message waits in a queue that works.
WAITS_TOO_LONG = timedelta(minutes=30)
AT_ONCE = 1000
# A function has ten minutes; what is left then is older in an hour, and so comes first.
ENDS_AFTER = timedelta(minutes=8)


def reconcile_recordings(ports: MediaPorts) -> int:
    """How many it looked at, each once. What a service beside us keeps from being mended waits for the next hour."""
    began = ports.clock.now()
    seen: set[Unsettled] = set()
    while ports.clock.now() - began < ENDS_AFTER:
        waiting = ports.recordings.list_unsettled(before=began - WAITS_TOO_LONG, limit=AT_ONCE + len(seen))
        fresh = [each for each in waiting if each not in seen]
        if not fresh:
            break
        for each in fresh:
            _reconcile_unless_busy(ports, each)
        seen.update(fresh)
    return len(seen)


def _reconcile_unless_busy(ports: MediaPorts, unsettled: Unsettled) -> None:
    try:
        _reconcile(ports, unsettled)
    except (Unavailable, WriteConflict) as error:
        logger.warning("left for the next hour", extra={"code": error.code, "session_id": unsettled.session_id})


def _reconcile(ports: MediaPorts, unsettled: Unsettled) -> None:
    try:
        session = ports.sessions.get(unsettled.session_id)
    except SessionNotFound:
        return  # deleted while we were on our way
    if unsettled.attempt is None:
        _account_for(ports, session)
        return
    try:
        recording = ports.recordings.get(session.id, unsettled.attempt)
    except RecordingNotFound:
        return
    try:
        _mend(ports, session, recording)
    except (SessionNotFound, RecordingNotFound):
        # Its talk was deleted meanwhile, and what was written since then would be found by nobody.
        ports.media.delete_prefix(recording.media_prefix)


def _account_for(ports: MediaPorts, session: Session) -> None:
    """A talk that is over: its files without a recording are taken in, and one without any file is told of."""
    session = settle_lost_session(ports, session)
    if not session.is_over:
        start_recording(ports, session.id, kind=Kind.AUDIO)
        return
    known = {each.attempt for each in ports.recordings.list_by_session(session.id)}
    for stored in ports.media.list(raw_prefix(session.id)):
        named = session_and_attempt(stored.key)
        if named and named[1] not in known:
            transcode_recording(ports, stored)
            known.add(named[1])
    if not known and session.recorded and session.has_begun:
        _tell_of_none(ports, session)
    if set_spares_aside(ports, session.id):
        ports.recordings.account_for(session.id)


def _tell_of_none(ports: MediaPorts, session: Session) -> None:
    at = ports.clock.now()
    missed = Recording(
        session_id=session.id,
        workspace_id=session.workspace_id,
        attempt=1,
        kind=Kind.AUDIO,
        created_at=session.created_at,
        changed_at=at,
    )
    ports.recordings.create(missed)
    _fail(ports, missed, RecordingFailure.NOT_STARTED)


def _mend(ports: MediaPorts, session: Session, recording: Recording) -> None:
    match recording.status:
        case RecordingStatus.STARTING | RecordingStatus.RECORDING:
            _ask_the_recorder(ports, session, recording)
        case RecordingStatus.UPLOADED:
            _look_for_the_file(ports, recording)
        case RecordingStatus.TRANSCODING:
            _ask_the_transcoder(ports, recording)
        case RecordingStatus.FINISHING:
            finish_recording(ports, session.id, recording.attempt)
            set_spares_aside(ports, session.id)


def _ask_the_recorder(ports: MediaPorts, session: Session, recording: Recording) -> None:
    told = [news for news in ports.recorder.list(session.room_name) if news.key == recording.raw_key]
    if told:
        follow_egress(ports, told[-1])
        recording = ports.recordings.get(session.id, recording.attempt)
    runs = bool(told) and not told[-1].is_over
    if recording.is_settled or runs:
        return
    _look_for_the_file(ports, recording)
    if not session.is_over:
        start_recording(ports, session.id, kind=recording.kind)


def _look_for_the_file(ports: MediaPorts, recording: Recording) -> None:
    stored = ports.media.find(recording.raw_key)
    if stored is not None:
        transcode_recording(ports, stored)
    else:
        _fail(ports, recording, RecordingFailure.NOT_UPLOADED)


def _ask_the_transcoder(ports: MediaPorts, recording: Recording) -> None:
    assert recording.job_id is not None
    news = ports.transcoder.read(recording.job_id)
    if news is not None:
        follow_transcode(ports, news)
    else:
        _fail(ports, recording, RecordingFailure.TRANSCODER_FAILED)


def _fail(ports: MediaPorts, recording: Recording, failure: RecordingFailure) -> None:
    at = ports.clock.now()
    words = "Nobody knows anything of it any more."
    change_recording(ports, recording.session_id, recording.attempt, lambda known: known.fail(failure, words, at=at))
