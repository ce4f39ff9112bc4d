from echosphere.domain.turn import Turn
from echosphere.ports import Ports


def record_turn(ports: Ports, turn: Turn) -> None:
    """Again when more is known of it. Raises SessionNotFound."""
    ports.turns.put(turn)
