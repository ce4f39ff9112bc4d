"""The agent's spans: LiveKit's own, in the trace of their talk, on their way to the collector beside it.

Nothing that is said or typed is in them: LiveKit marks such attributes, and drops them when it is told to.
"""

import logging

from livekit.agents import telemetry
from opentelemetry import context, trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SpanExporter
from opentelemetry.trace import NonRecordingSpan, SpanContext, TraceFlags

from agent_container.counted_spans import CountedSpans, CountingExporter
from agent_container.figures.table import SPANS_DROPPED, Told
from agent_container.figures.teller import Teller
from agent_container.turn_span import trace_turn
from echosphere.domain.session import Session
from echosphere.domain.turn import Turn

TRACER = "echosphere"
SESSION_ID = "session.id"
EXPORT_TIMEOUT_S = 2.0  # the collector stands beside the agent
FLUSH_MS = 3_000  # of the twenty seconds that a job has to end

logger = logging.getLogger(__name__)


class Tracing:
    """One for each process; its talks follow one another. `figures` hears of spans that are lost."""

    def __init__(self, exporter: SpanExporter, *, stage: str, figures: Teller | None = None) -> None:
        self._figures = figures
        self._exporter = CountingExporter(exporter, tell=self._tell_of_dropped)
        self._provider = TracerProvider(
            resource=Resource.create(
                {
                    "service.name": "echosphere-agent",
                    "service.namespace": "echosphere",
                    "deployment.environment.name": stage,
                }
            )
        )
        self._provider.add_span_processor(CountedSpans(self._exporter))
        self.take_over()
        self._talk: context.Context | None = None
        self._tracer = self._provider.get_tracer(TRACER)

    def take_over(self) -> None:
        """What LiveKit traces from here on goes this way."""
        telemetry.set_tracer_provider(self._provider, allow_pii=False)

    def begin(self, session: Session) -> trace.Span:
        """All spans of this task and of those that it starts belong to the talk from here on."""
        span = self._tracer.start_span("talk", _parent_of(session), attributes=_words(session))
        self._talk = trace.set_span_in_context(span)
        context.attach(self._talk)
        return span

    def add_turn(self, turn: Turn, session: Session) -> None:
        """When it is over. It stands in the talk, whatever goes on meanwhile."""
        trace_turn(self._tracer, turn, session, parent=self._talk)

    def finish(self, span: trace.Span) -> None:
        """Blocks for as long as the collector needs. What it does not take is lost, and counted."""
        span.end()
        self._provider.force_flush(FLUSH_MS)
        if self._exporter.dropped:
            logger.warning("spans dropped", extra={"dropped": self._exporter.dropped})

    def _tell_of_dropped(self, spans: int) -> None:
        if self._figures is not None:
            self._figures.tell(Told(SPANS_DROPPED, spans))


def tracing_to(port: int | None, *, stage: str, figures: Teller | None = None) -> Tracing | None:
    """None: nobody is there to take spans."""
    if port is None:
        return None
    exporter = OTLPSpanExporter(f"http://127.0.0.1:{port}/v1/traces", timeout=EXPORT_TIMEOUT_S)
    return Tracing(exporter, stage=stage, figures=figures)


def _words(session: Session) -> dict[str, str]:
    return {SESSION_ID: session.id, "echosphere.language": session.language.value}


def _parent_of(session: Session) -> context.Context | None:
    if session.trace is None:
        return None
    trace_id, span_id = int(session.trace.trace_id, 16), int(session.trace.span_id, 16)
    place = SpanContext(trace_id, span_id, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED))
    return trace.set_span_in_context(NonRecordingSpan(place))
