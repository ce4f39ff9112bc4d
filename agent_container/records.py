"""What a talk leaves in the store, and who writes each kind of it."""

from echosphere.domain.message import Message
from echosphere.domain.turn import Turn
from echosphere.domain.usage import JobUsage
from echosphere.ports import Ports
from echosphere.services.record_message import record_message
from echosphere.services.record_turn import record_turn
from echosphere.services.record_usage import record_usage

type Record = Message | Turn | JobUsage


def write_down(ports: Ports, record: Record) -> None:
    """Raises SessionNotFound, Unavailable."""
    match record:
        case Message():
            record_message(ports, record)
        case Turn():
            record_turn(ports, record)
        case JobUsage():
            record_usage(ports, record)
