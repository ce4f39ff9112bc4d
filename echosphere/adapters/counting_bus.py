"""Counts what becomes of recordings, as a metric of CloudWatch, on the way of its event to the bus."""

from dataclasses import dataclass

from echosphere.adapters.metric import count
from echosphere.domain.events import Event, RecordingCutShort, RecordingFailed, RecordingReady
from echosphere.domain.recording import RecordingFailure
from echosphere.ports import EventBus

# One for all functions that may settle a recording, so that one alarm hears of all; else it is each function's own.
SERVICE = "recording"


@dataclass(frozen=True, slots=True)
class CountingBus:
    bus: EventBus

    def publish(self, event: Event) -> None:
        self.bus.publish(event)
        if isinstance(event, RecordingReady):
            _count("RecordingReady", kind=event.kind)
        if isinstance(event, RecordingFailed):
            _count("RecordingFailed", kind=event.kind, reason=event.reason)
        if isinstance(event, RecordingCutShort):
            # The same alarm: who looks after the recorders wants to know, though most of the talk is kept.
            _count("RecordingFailed", kind=event.kind, reason=RecordingFailure.RECORDER_DIED.value)


def _count(name: str, **fields: str) -> None:
    count(name, service=SERVICE, fields=fields)
