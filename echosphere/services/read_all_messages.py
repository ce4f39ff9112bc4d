from echosphere.domain.message import Message
from echosphere.ports import Ports

PAGE = 100


def read_all_messages(ports: Ports, session_id: str) -> list[Message]:
    """In the order of the talk, for use cases that have made sure whose talk it is."""
    found, cursor = list[Message](), None
    while True:
        page = ports.sessions.list_messages(session_id, limit=PAGE, cursor=cursor)
        found += page.items
        if (cursor := page.next_cursor) is None:
            return found
