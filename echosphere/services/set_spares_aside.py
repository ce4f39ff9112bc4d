"""Two recorded the sound at once, and all is accounted for: what is not shown is no longer kept to be played.

Its raw file stays as long as raw files do.
"""

from echosphere.domain.errors import SessionNotFound
from echosphere.domain.kept import spares
from echosphere.ports import BackendPorts
from echosphere.services.change_recording import change_recording


def set_spares_aside(ports: BackendPorts, session_id: str) -> None:
    """Idempotent; whoever makes a recording ready calls it, and reconciliation. Raises Unavailable."""
    try:
        session = ports.sessions.get(session_id)
    except SessionNotFound:
        return
    at = ports.clock.now()
    for spare in spares(session, ports.recordings.list_by_session(session_id)):
        # In this order, so that what was cut off between the two is found again.
        ports.media.delete_prefix(spare.media_prefix)
        change_recording(ports, session_id, spare.attempt, lambda known: known.set_aside(at=at))
