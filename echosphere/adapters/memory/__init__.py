"""The whole core in one process's memory: for tests, and for trying a part alone."""

from echosphere.adapters.memory.day_store import MemoryDayStore
from echosphere.adapters.memory.departure_store import MemoryDepartureStore
from echosphere.adapters.memory.evaluation_store import MemoryEvaluationStore
from echosphere.adapters.memory.event_bus import MemoryEventBus
from echosphere.adapters.memory.export_store import MemoryExportStore
from echosphere.adapters.memory.feedback_store import MemoryFeedbackStore
from echosphere.adapters.memory.inspector import MemoryInspector
from echosphere.adapters.memory.link_store import MemoryLinkStore
from echosphere.adapters.memory.media_store import MemoryMediaStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.persona_store import MemoryPersonaStore
from echosphere.adapters.memory.recorder import MemoryRecorder
from echosphere.adapters.memory.recording_store import MemoryRecordingStore
from echosphere.adapters.memory.rooms import MemoryRooms
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.adapters.memory.settable_clock import SettableClock
from echosphere.adapters.memory.speaker_store import MemorySpeakerStore
from echosphere.adapters.memory.transcoder import MemoryTranscoder
from echosphere.adapters.memory.turn_store import MemoryTurnStore
from echosphere.adapters.memory.usage_store import MemoryUsageStore
from echosphere.adapters.memory.workspace_store import MemoryWorkspaceStore
from echosphere.domain.hosting import Hosting
from echosphere.ports import Clock, MediaPorts


def memory_ports(clock: Clock | None = None) -> MediaPorts:
    outbox = MemoryOutbox()
    sessions = MemorySessionStore(outbox)
    workspaces = MemoryWorkspaceStore()
    return MediaPorts(
        sessions=sessions,
        recordings=MemoryRecordingStore(sessions, outbox),
        links=MemoryLinkStore(sessions),
        invitations=MemoryLinkStore(sessions),
        speakers=MemorySpeakerStore(sessions),
        evaluations=MemoryEvaluationStore(sessions, outbox),
        feedback=MemoryFeedbackStore(sessions),
        turns=MemoryTurnStore(sessions),
        usage=MemoryUsageStore(sessions),
        days=MemoryDayStore(sessions),
        workspaces=workspaces,
        personas=MemoryPersonaStore(),
        departures=MemoryDepartureStore(workspaces, outbox),
        exports=MemoryExportStore(workspaces, outbox),
        outbox=outbox,
        bus=MemoryEventBus(),
        rooms=MemoryRooms(),
        clock=clock or SettableClock(),
        recorder=MemoryRecorder(),
        media=MemoryMediaStore(),
        hosting=Hosting("aws", "us-east-1"),
        transcoder=MemoryTranscoder(),
        inspector=MemoryInspector(),
    )
