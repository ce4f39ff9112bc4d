"""Ports whose insides a test may look at, with one pending session in the store."""

from dataclasses import dataclass

from echosphere.adapters.memory import memory_ports
from echosphere.adapters.memory.event_bus import MemoryEventBus
from echosphere.adapters.memory.rooms import MemoryRooms
from echosphere.adapters.memory.settable_clock import SettableClock
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.session import Session
from echosphere.ports import MediaPorts
from tests.examples import a_session


@dataclass(frozen=True)
class Stage:
    ports: MediaPorts
    bus: MemoryEventBus
    rooms: MemoryRooms
    clock: SettableClock
    session: Session

    def published(self) -> list[str]:
        return [event.detail_type() for event in self.bus.published]


def set_stage() -> Stage:
    clock = SettableClock()
    ports = memory_ports(clock)
    assert isinstance(ports.bus, MemoryEventBus)
    assert isinstance(ports.rooms, MemoryRooms)
    key = IdempotencyKey(scope="person-0", value="key-0001", request="start")
    return Stage(ports, ports.bus, ports.rooms, clock, ports.sessions.create(a_session(), key=key))
