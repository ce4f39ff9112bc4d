"""LiveKit tells how an egress fares: it is noted, and one that left a talk early is followed by another."""

from echosphere.domain.egress import EgressNews
from echosphere.domain.errors import RecordingNotFound
from echosphere.domain.recording import Recording, session_and_attempt
from echosphere.ports import BackendPorts
from echosphere.services.change_recording import change_recording
from echosphere.services.start_recording import start_recording


def follow_egress(ports: BackendPorts, news: EgressNews) -> Recording | None:
    """Idempotent. None: news of what is not ours, or was deleted since. Raises RecorderUnavailable."""
    named = session_and_attempt(news.key)
    if named is None:
        return None
    session_id, attempt = named
    at = ports.clock.now()
    try:
        # A change of its own, because it has an event of its own: the alarm is to ring whether or not there is a file.
        change_recording(ports, session_id, attempt, lambda stored: stored.lose_recorder(news, at=at))
        recording = change_recording(ports, session_id, attempt, lambda stored: stored.follow(news, at=at))
    except RecordingNotFound:
        return None
    # Told again, it starts nothing more: the next attempt is then the last one of its kind.
    if news.is_over and not news.ended_well:
        start_recording(ports, session_id, kind=recording.kind, ended_attempt=attempt)
    return recording
