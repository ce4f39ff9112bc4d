"""A span of a function is one compact line of its log, in OTLP's own form, which `forward_spans` exports later.

So no request waits for an exporter, and no function loads a tracing library when it starts (100 ms of a cold one).
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum

from echosphere.domain.recording import Recording
from echosphere.domain.session import Session
from echosphere.domain.trace import TraceParent

LINE_KEY = "otlp_span"
SERVICE_KEY = "service"
SESSION_ID = "session.id"  # OpenTelemetry's own name for it


class SpanKind(IntEnum):
    """OTLP's numbers."""

    SERVER = 2
    CLIENT = 3
    CONSUMER = 5


class SpanStatus(IntEnum):
    UNSET = 0
    ERROR = 2


type Attribute = str | int | float | bool


class Span:
    """`place` is what the work that it starts belongs to. Nothing that somebody said, typed or is called goes in."""

    def __init__(self, name: str, kind: SpanKind, parent: TraceParent | None, *, began_ns: int | None = None) -> None:
        self.name = name
        self.kind = kind
        self.status = SpanStatus.UNSET
        self.attributes: dict[str, Attribute] = {}
        self._began_ns = time.time_ns() if began_ns is None else began_ns
        self._parent = parent
        self.place = parent.child() if parent else TraceParent.new()

    def belong_to(self, parent: TraceParent | None) -> None:
        """Where the talk was known only when the work was done. What it started stays where it is."""
        if parent is not None:
            self._parent, self.place = parent, parent.child()

    def fail(self, error_type: str) -> None:
        self.status = SpanStatus.ERROR
        self.attributes["error.type"] = error_type

    def as_line(self, *, ended_ns: int) -> str:
        span: dict[str, object] = {
            "traceId": self.place.trace_id,
            "spanId": self.place.span_id,
            **({"parentSpanId": self._parent.span_id} if self._parent else {}),
            "name": self.name,
            "kind": int(self.kind),
            "startTimeUnixNano": str(self._began_ns),
            "endTimeUnixNano": str(ended_ns),
            "attributes": [{"key": key, "value": _value(value)} for key, value in self.attributes.items()],
            **({"status": {"code": int(self.status)}} if self.status else {}),
        }
        return json.dumps({SERVICE_KEY: service_name(), LINE_KEY: span}, separators=(",", ":"))

    def write(self, *, ended_ns: int) -> None:
        sys.stdout.write(f"{self.as_line(ended_ns=ended_ns)}\n")


_current: ContextVar[Span | None] = ContextVar("span", default=None)


def current_span() -> Span | None:
    return _current.get()


def note_session(session: Session) -> None:
    """What the current span does is for this talk, and belongs to its trace."""
    _note(session.id, session.trace)


def note_recording(recording: Recording) -> None:
    _note(recording.session_id, recording.trace)


def note_session_id(session_id: str) -> None:
    """Of a talk whose event said to which trace the work belongs."""
    if span := current_span():
        span.attributes[SESSION_ID] = session_id


def _note(session_id: str, trace: TraceParent | None) -> None:
    if span := current_span():
        span.attributes[SESSION_ID] = session_id
        if trace != span.place:
            span.belong_to(trace)


@contextmanager
def spanning(name: str, kind: SpanKind, parent: TraceParent | None = None) -> Iterator[Span]:
    """Written down when it ends, however it ends."""
    span = Span(name, kind, parent)
    token = _current.set(span)
    try:
        yield span
    except BaseException as error:
        span.fail(type(error).__name__)
        raise
    finally:
        _current.reset(token)
        span.write(ended_ns=time.time_ns())


def _value(value: Attribute) -> dict[str, object]:
    match value:
        case bool():
            return {"boolValue": value}
        case int():
            return {"intValue": str(value)}
        case float():
            return {"doubleValue": value}
        case str():
            return {"stringValue": value}


def service_name() -> str:
    return os.environ.get("POWERTOOLS_SERVICE_NAME", "echosphere")
