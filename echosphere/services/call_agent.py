"""Another agent for a room that has none: its own died, or all were busy when the room called for the first one."""

from contextlib import suppress
from datetime import timedelta

from echosphere.domain.errors import RoomsUnavailable
from echosphere.domain.session import Session
from echosphere.ports import Ports

# The room's own call is answered by then, where anybody is free.
FIRST_CALL = timedelta(seconds=5)


def call_agent_where_none_came(ports: Ports, session: Session) -> None:
    """One that is in the room, or on its way, is left alone. Nobody is kept out where none can be called."""
    if session.has_begun or ports.clock.now() - session.created_at > FIRST_CALL:
        with suppress(RoomsUnavailable):
            ports.rooms.call_agent(session)
