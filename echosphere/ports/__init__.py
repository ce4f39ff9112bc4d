"""What the use cases need of the world. A Protocol stands here only where two adapters fulfil it."""

from dataclasses import dataclass

from echosphere.ports.clock import Clock
from echosphere.ports.event_bus import EventBus
from echosphere.ports.outbox import Outbox
from echosphere.ports.rooms import Rooms
from echosphere.ports.session_store import SessionStore
from echosphere.ports.workspace_store import WorkspaceStore

__all__ = ["Clock", "EventBus", "Outbox", "Ports", "Rooms", "SessionStore", "WorkspaceStore"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Every adapter of one process, chosen once by bootstrap."""

    sessions: SessionStore
    workspaces: WorkspaceStore
    outbox: Outbox
    bus: EventBus
    rooms: Rooms
    clock: Clock
