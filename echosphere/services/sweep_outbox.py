"""Publishes what a publisher that died has left behind."""

from datetime import timedelta

from echosphere.ports import Ports

# A living publisher needs well under a second; a minute keeps the sweep from racing it and doubling every event.
LEFT_BEHIND_AFTER = timedelta(minutes=1)
BATCH = 100


def sweep_outbox(ports: Ports) -> int:
    """Returns how many events it published. Raises Unavailable, so that the queue tries again."""
    left_behind = ports.outbox.list_older_than(ports.clock.now() - LEFT_BEHIND_AFTER, limit=BATCH)
    for event in left_behind:
        ports.bus.publish(event)
        ports.outbox.remove(event)
    return len(left_behind)
