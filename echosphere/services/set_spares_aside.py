"""Two recorded the sound at once, and all is accounted for: what is not shown is no longer kept to be played.

Its raw file stays as long as raw files do. What was shown until a better one came is kept until nobody plays it.
"""

from echosphere.domain.errors import SessionNotFound
from echosphere.domain.kept import shown_until, spares
from echosphere.domain.playback import ACCESS_LASTS
from echosphere.domain.recording import Recording
from echosphere.ports import BackendPorts
from echosphere.services.change_recording import change_recording


def set_spares_aside(ports: BackendPorts, session_id: str) -> bool:
    """Idempotent; whoever makes a recording ready calls it, and reconciliation. Raises Unavailable.

    False: one of them may still be played. Then reconciliation will look at the talk again.
    """
    try:
        session = ports.sessions.get(session_id)
    except SessionNotFound:
        return True
    recordings = ports.recordings.list_by_session(session_id)
    at = ports.clock.now()
    may_be_played = False
    for spare in spares(session, recordings):
        until = shown_until(session, recordings, spare)
        if until is not None and at < until + ACCESS_LASTS:
            may_be_played = True
        else:
            _set_aside(ports, spare)
    if may_be_played:
        ports.recordings.look_again(session)
    return not may_be_played


def _set_aside(ports: BackendPorts, spare: Recording) -> None:
    """In this order, so that what was cut off between the two is found again."""
    at = ports.clock.now()
    ports.media.delete_prefix(spare.media_prefix)
    change_recording(ports, spare.session_id, spare.attempt, lambda known: known.set_aside(at=at))
