"""The second half of the outbox: publish after the transaction, then forget.

When the bus does not answer, the event stays in the outbox and the sweep publishes it later;
the use case that made it has already succeeded, so nothing is raised here.
"""

import logging

from echosphere.domain.errors import Unavailable
from echosphere.domain.events import Event
from echosphere.ports import Ports

logger = logging.getLogger(__name__)


def publish_event(ports: Ports, event: Event) -> None:
    try:
        ports.bus.publish(event)
        ports.outbox.remove(event)
    except Unavailable as error:
        logger.warning("event left in the outbox", extra={"code": error.code, "event_id": event.event_id})
