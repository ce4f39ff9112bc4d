"""Spans on their way out, none of which is lost untold: nobody took it, or too many waited already."""

from collections.abc import Callable, Sequence
from threading import Lock

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter, SpanExportResult

MOST_WAITING = 2_048  # those of some sixty turns

Tell = Callable[[int], None]


class CountingExporter(SpanExporter):
    """Hands on to another, and counts what that one did not take, and what had no room to wait for it.

    `tell` is called with what was dropped since, after each try: by a thread of its own, and by who flushes.
    """

    def __init__(self, exporter: SpanExporter, *, tell: Tell, most_waiting: int = MOST_WAITING) -> None:
        self._exporter = exporter
        self._tell = tell
        self._most_waiting = most_waiting
        self._lock = Lock()
        self._waiting = 0
        self._told = 0
        self.dropped = 0

    def has_room(self) -> bool:
        """True: one more waits. False: one more is dropped."""
        with self._lock:
            if self._waiting >= self._most_waiting:
                self.dropped += 1
                return False
            self._waiting += 1
            return True

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        result = SpanExportResult.FAILURE
        try:
            result = self._exporter.export(spans)
        finally:
            self._settle(len(spans), is_taken=result is SpanExportResult.SUCCESS)
        return result

    def shutdown(self) -> None:
        self._exporter.shutdown()

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        return self._exporter.force_flush(timeout_millis)

    def _settle(self, spans: int, *, is_taken: bool) -> None:
        with self._lock:
            self._waiting -= spans
            self.dropped += 0 if is_taken else spans
            untold, self._told = self.dropped - self._told, self.dropped
        if untold:
            self._tell(untold)


class CountedSpans(BatchSpanProcessor):
    """OpenTelemetry's queue drops the oldest without a word: this one is never asked to hold more than it can."""

    def __init__(self, exporter: CountingExporter) -> None:
        super().__init__(exporter, max_queue_size=MOST_WAITING)
        self._counting = exporter

    def on_end(self, span: ReadableSpan) -> None:
        if self._counting.has_room():
            super().on_end(span)
