"""Counts what becomes of recordings, as a metric of CloudWatch, on the way of its event to the bus."""

from dataclasses import dataclass

from aws_lambda_powertools.metrics import MetricUnit, single_metric

from echosphere.domain.events import Event, RecordingCutShort, RecordingFailed, RecordingReady
from echosphere.domain.recording import RecordingFailure
from echosphere.ports import EventBus

NAMESPACE = "EchoSphere"
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
    """Fields are looked up in the log; as dimensions, each value would be a metric of its own to pay for."""
    with single_metric(name=name, unit=MetricUnit.Count, value=1, namespace=NAMESPACE) as metric:
        metric.add_dimension(name="service", value=SERVICE)
        for field, value in fields.items():
            metric.add_metadata(field, value)
