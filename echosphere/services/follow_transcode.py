"""The transcoder tells how a job fares; when it is done, the recording is finished."""

from datetime import datetime

from echosphere.domain.errors import RecordingNotFound
from echosphere.domain.recording import Recording, RecordingFailure, RecordingStatus, media_prefix
from echosphere.domain.transcoding import TranscodeNews, TranscodeStatus
from echosphere.ports import MediaPorts
from echosphere.services.change_recording import change_recording
from echosphere.services.finish_recording import finish_recording
from echosphere.services.set_spares_aside import set_spares_aside

# MediaConvert's own trouble; its list of error codes says to submit the job again.
UNKNOWN_ERROR = 1999


def follow_transcode(ports: MediaPorts, news: TranscodeNews) -> Recording | None:
    """Idempotent. None: the recording was deleted meanwhile, and what was made of it is deleted, too."""
    at = ports.clock.now()
    try:
        recording = change_recording(ports, news.session_id, news.attempt, lambda stored: _after(stored, news, at=at))
    except RecordingNotFound:
        ports.media.delete_prefix(media_prefix(news.session_id, news.attempt))
        return None
    if recording.status is RecordingStatus.FINISHING and news.status is TranscodeStatus.COMPLETE:
        recording = finish_recording(ports, news.session_id, news.attempt)
    if recording.is_settled:
        set_spares_aside(ports, news.session_id)
    return recording


def _after(stored: Recording, news: TranscodeNews, *, at: datetime) -> Recording:
    # A job may be done before its id was stored; of two jobs for one file the stored one counts.
    known = stored.transcode(news.job_id, at=at)
    if known.job_id != news.job_id:
        return stored
    match news.status:
        case TranscodeStatus.COMPLETE:
            return known.finish(at=at)
        case TranscodeStatus.ERROR | TranscodeStatus.CANCELED:
            words = news.words or "The job was canceled."
            if known.status is not RecordingStatus.TRANSCODING:
                return stored
            if news.code == UNKNOWN_ERROR and (waits := known.give_up_job(at=at)) is not known:
                return waits  # `reconcile_recordings` asks for another job
            return known.fail(RecordingFailure.TRANSCODER_FAILED, words, at=at)
        case TranscodeStatus.SUBMITTED | TranscodeStatus.PROGRESSING:
            return known.progress(news.percent or 0, at=at)
