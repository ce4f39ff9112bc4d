"""Of what is not traced after all it is known how much."""

import socket
from collections.abc import Sequence
from contextlib import closing

import pytest
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from agent_container.counted_spans import CountedSpans, CountingExporter
from agent_container.figures.teller import LOOPBACK

pytestmark = pytest.mark.unit
AT_ONCE_S = 0.1


class Told:
    def __init__(self) -> None:
        self.dropped: list[int] = []

    def __call__(self, spans: int) -> None:
        self.dropped.append(spans)


class Broken(SpanExporter):
    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        raise ValueError


@pytest.fixture
def told() -> Told:
    return Told()


def traced(exporter: CountingExporter, *, spans: int) -> None:
    provider = TracerProvider()
    provider.add_span_processor(CountedSpans(exporter))
    for number in range(spans):
        provider.get_tracer("t").start_span(f"span {number}").end()
    provider.force_flush()


def test_of_spans_that_arrive_nothing_is_told(told: Told) -> None:
    there = InMemorySpanExporter()

    traced(CountingExporter(there, tell=told), spans=3)

    assert len(there.get_finished_spans()) == 3 and told.dropped == []


def test_a_dead_collector_is_told_of(told: Told) -> None:
    with closing(socket.socket()) as nobody:
        nobody.bind((LOOPBACK, 0))  # and never listens
        address = f"http://{LOOPBACK}:{nobody.getsockname()[1]}/v1/traces"

        traced(CountingExporter(OTLPSpanExporter(address, timeout=AT_ONCE_S), tell=told), spans=3)

    assert told.dropped == [3]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_spans_of_which_an_exporter_died_are_told_of(told: Told) -> None:
    traced(CountingExporter(Broken(), tell=told), spans=2)

    assert told.dropped == [2]


def test_spans_without_room_to_wait_are_told_of_and_the_others_arrive(told: Told) -> None:
    there = InMemorySpanExporter()

    traced(CountingExporter(there, tell=told, most_waiting=2), spans=5)

    assert [span.name for span in there.get_finished_spans()] == ["span 0", "span 1"]
    assert told.dropped == [3]


def test_what_was_sent_makes_room_again(told: Told) -> None:
    there = InMemorySpanExporter()
    exporter = CountingExporter(there, tell=told, most_waiting=2)

    for _ in range(3):
        traced(exporter, spans=2)

    assert len(there.get_finished_spans()) == 6 and told.dropped == []
