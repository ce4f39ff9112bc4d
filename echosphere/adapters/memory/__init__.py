"""The whole core in one process's memory: for tests, and for trying a part alone."""

from echosphere.adapters.memory.event_bus import MemoryEventBus
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.rooms import MemoryRooms
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.adapters.memory.settable_clock import SettableClock
from echosphere.adapters.memory.workspace_store import MemoryWorkspaceStore
from echosphere.ports import Clock, Ports


def memory_ports(clock: Clock | None = None) -> Ports:
    outbox = MemoryOutbox()
    return Ports(
        sessions=MemorySessionStore(outbox),
        workspaces=MemoryWorkspaceStore(),
        outbox=outbox,
        bus=MemoryEventBus(),
        rooms=MemoryRooms(),
        clock=clock or SettableClock(),
    )
