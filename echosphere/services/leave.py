"""A person wants all that is kept of them deleted. It begins at once, and a queue sees to it that it ends."""

from echosphere.domain.departure import Departure
from echosphere.domain.errors import NotFound, PersonGone
from echosphere.domain.events import PersonLeft
from echosphere.ports import Ports
from echosphere.services.enter_workspace import enter_workspace
from echosphere.services.publish_event import publish_event


def leave(ports: Ports, person_id: str) -> Departure:
    """Idempotent. Raises PersonGone when it is over."""
    if ports.departures.find(person_id) is None:
        now = ports.clock.now()
        event = PersonLeft.of(enter_workspace(ports, person_id), at=now)
        ports.departures.begin(person_id, Departure(asked_at=now), event)
        publish_event(ports, event)
    return read_departure(ports, person_id)


def read_departure(ports: Ports, person_id: str) -> Departure:
    """How far it is. Raises NotFound for who did not ask, PersonGone when it is over."""
    departure = ports.departures.find(person_id)
    if departure is None:
        raise NotFound
    if departure.is_over:
        raise PersonGone
    return departure
