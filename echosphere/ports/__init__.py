"""What the use cases need of the world. A Protocol stands here only where two adapters fulfil it."""

from dataclasses import dataclass

from echosphere.domain.hosting import Hosting
from echosphere.ports.clock import Clock
from echosphere.ports.day_store import DayStore
from echosphere.ports.departure_store import DepartureStore
from echosphere.ports.directory import Directory
from echosphere.ports.evaluation_store import EvaluationStore
from echosphere.ports.event_bus import EventBus
from echosphere.ports.export_store import ExportStore
from echosphere.ports.feedback_store import FeedbackStore
from echosphere.ports.inspector import Inspector
from echosphere.ports.judge import Judge
from echosphere.ports.link_store import LinkStore
from echosphere.ports.media_store import MediaStore
from echosphere.ports.outbox import Outbox
from echosphere.ports.persona_store import PersonaStore
from echosphere.ports.playback_signer import PlaybackSigner
from echosphere.ports.recorder import Recorder
from echosphere.ports.recording_store import RecordingStore
from echosphere.ports.rooms import Rooms
from echosphere.ports.session_store import SessionStore
from echosphere.ports.speaker_store import SpeakerStore
from echosphere.ports.transcoder import Transcoder
from echosphere.ports.turn_store import TurnStore
from echosphere.ports.usage_store import UsageStore
from echosphere.ports.workspace_store import WorkspaceStore

__all__ = [
    "BackendPorts",
    "Clock",
    "DayStore",
    "DepartureStore",
    "Directory",
    "EvaluationStore",
    "EventBus",
    "ExportStore",
    "FeedbackStore",
    "Inspector",
    "Judge",
    "LinkStore",
    "MediaPorts",
    "MediaStore",
    "Outbox",
    "PersonaStore",
    "PlaybackSigner",
    "Ports",
    "Recorder",
    "RecordingStore",
    "Rooms",
    "SessionStore",
    "SpeakerStore",
    "Transcoder",
    "TurnStore",
    "UsageStore",
    "WorkspaceStore",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """What every process has: its adapters, chosen once by bootstrap."""

    sessions: SessionStore
    recordings: RecordingStore
    links: LinkStore
    invitations: LinkStore
    speakers: SpeakerStore
    evaluations: EvaluationStore
    feedback: FeedbackStore
    turns: TurnStore
    usage: UsageStore
    days: DayStore
    workspaces: WorkspaceStore
    personas: PersonaStore
    departures: DepartureStore
    exports: ExportStore
    outbox: Outbox
    bus: EventBus
    rooms: Rooms
    clock: Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class BackendPorts(Ports):
    """What every function has besides: it may start a recording and delete one.

    `recorders_of_sound`: how many record the sound of a talk at once, by the stage's setting; `hosting`: whose prices.
    """

    recorder: Recorder
    media: MediaStore
    hosting: Hosting
    recorders_of_sound: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaPorts(BackendPorts):
    """What the functions have that make a recording ready; looking into files takes a library of its own."""

    transcoder: Transcoder
    inspector: Inspector
