"""Spans as the body of an OTLP request, grouped by the function that they are of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from google.protobuf.json_format import ParseDict
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
from opentelemetry.proto.resource.v1.resource_pb2 import Resource
from opentelemetry.proto.trace.v1.trace_pb2 import ResourceSpans, ScopeSpans, Span

from echosphere.domain.span_line import SpanLine

SCOPE = "echosphere"
# OTLP's JSON writes them in hex, where protobuf's own would be base64.
IDS = ("traceId", "spanId", "parentSpanId")


def to_request(spans: Sequence[SpanLine], resource: Mapping[str, str]) -> bytes:
    """Protobuf. `resource` says what all of them have in common. Raises ValueError for what is no span."""
    by_service: defaultdict[str, list[Span]] = defaultdict(list)
    for line in spans:
        by_service[line.service].append(_to_span(line.span))
    request = ExportTraceServiceRequest(
        resource_spans=[
            _resource_spans({**resource, "service.name": f"{SCOPE}-{service}"}, made)
            for service, made in by_service.items()
        ]
    )
    return bytes(request.SerializeToString())


def _resource_spans(resource: Mapping[str, str], spans: Sequence[Span]) -> ResourceSpans:
    attributes = [KeyValue(key=key, value=AnyValue(string_value=value)) for key, value in resource.items()]
    scope = ScopeSpans(spans=spans)
    scope.scope.name = SCOPE
    return ResourceSpans(resource=Resource(attributes=attributes), scope_spans=[scope])


def _to_span(written: Mapping[str, Any]) -> Span:
    ids = {name: bytes.fromhex(written[name]) for name in IDS if name in written}
    span = ParseDict({name: value for name, value in written.items() if name not in IDS}, Span())
    span.trace_id, span.span_id = ids["traceId"], ids["spanId"]
    span.parent_span_id = ids.get("parentSpanId", b"")
    return span
