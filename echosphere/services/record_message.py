from echosphere.domain.message import Message
from echosphere.ports import Ports


def record_message(ports: Ports, message: Message) -> None:
    """Also takes the last words of a session that is already over. Raises SessionNotFound."""
    ports.sessions.add_message(message)
