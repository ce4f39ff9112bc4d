"""Spans as a person reads them: names, hex ids, plain attributes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Self

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue


@dataclass(frozen=True, kw_only=True)
class KeptSpan:
    """Times in nanoseconds since 1970; `events` are pairs of name and time."""

    trace_id: str
    span_id: str
    parent_id: str
    service: str
    name: str
    began_ns: int
    ended_ns: int
    failed: bool
    attributes: Mapping[str, Any]
    events: Sequence[tuple[str, int]] = ()

    @classmethod
    def from_json(cls, written: Mapping[str, Any]) -> Self:
        return cls(**{**written, "events": [(name, at_ns) for name, at_ns in written["events"]]})

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def lasted_ms(self) -> float:
        return (self.ended_ns - self.began_ns) / 1e6


def read_spans(request: ExportTraceServiceRequest) -> Iterator[KeptSpan]:
    for of_resource in request.resource_spans:
        service = str(_plain(of_resource.resource.attributes).get("service.name", "unknown"))
        for of_scope in of_resource.scope_spans:
            for span in of_scope.spans:
                yield KeptSpan(
                    trace_id=span.trace_id.hex(),
                    span_id=span.span_id.hex(),
                    parent_id=span.parent_span_id.hex(),
                    service=service,
                    name=span.name,
                    began_ns=span.start_time_unix_nano,
                    ended_ns=span.end_time_unix_nano,
                    failed=span.status.code == span.status.STATUS_CODE_ERROR,
                    attributes=_plain(span.attributes),
                    events=[(event.name, event.time_unix_nano) for event in span.events],
                )


def _plain(attributes: Sequence[KeyValue]) -> dict[str, Any]:
    return {each.key: _value(each.value) for each in attributes}


def _value(value: AnyValue) -> Any:  # noqa: ANN401  # whatever JSON holds
    kind = value.WhichOneof("value")
    if kind == "array_value":
        return [_value(each) for each in value.array_value.values]
    if kind == "kvlist_value":
        return _plain(value.kvlist_value.values)
    if kind == "bytes_value":
        return value.bytes_value.hex()
    return getattr(value, kind) if kind else None
