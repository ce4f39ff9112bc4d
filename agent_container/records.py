"""What a talk leaves in the store, and who writes each kind of it."""

from echosphere.domain.message import Message
from echosphere.domain.turn import Turn
from echosphere.ports import Ports
from echosphere.services.record_message import record_message
from echosphere.services.record_turn import record_turn

type Record = Message | Turn


def write_down(ports: Ports, record: Record) -> None:
    """Raises SessionNotFound, Unavailable."""
    match record:
        case Message():
            record_message(ports, record)
        case Turn():
            record_turn(ports, record)
