from echosphere.domain.turn import Turn
from echosphere.ports import Ports

PAGE = 100


def read_all_turns(ports: Ports, session_id: str) -> list[Turn]:
    """In the order of the talk, however many there are. Raises StoreUnavailable."""
    page = ports.turns.list_by_session(session_id, limit=PAGE, cursor=None)
    turns = page.items
    while page.next_cursor:
        page = ports.turns.list_by_session(session_id, limit=PAGE, cursor=page.next_cursor)
        turns += page.items
    return turns
