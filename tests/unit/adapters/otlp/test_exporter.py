import json
from collections.abc import Iterator

import pytest
from botocore.session import Session
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceResponse

from echosphere.adapters.otlp.exporter import OtlpExporter
from echosphere.adapters.otlp.xray import signed_for_xray, xray_address
from echosphere.domain.errors import TracesRefused, TracesUnavailable
from echosphere.domain.span_line import SpanLine
from lambdas.tracing.span import LINE_KEY, Span, SpanKind
from tests.unit.adapters.otlp.otlp_server import OtlpServer, otlp_server

pytestmark = pytest.mark.unit


@pytest.fixture
def server() -> Iterator[OtlpServer]:
    with otlp_server() as server:
        yield server


def a_line(service: str = "api", name: str = "GET /api/health") -> SpanLine:
    span = Span(name, SpanKind.SERVER, None)
    span.attributes |= {"http.response.status_code": 200, "share": 0.5, "is_cold": True, "http.route": "/api/health"}
    return SpanLine(service=service, span=json.loads(span.as_line(ended_ns=2_000_000_000_000_000_000))[LINE_KEY])


def an_exporter(server: OtlpServer, **headers: str) -> OtlpExporter:
    return OtlpExporter("otlp", server.address, resource={"cloud.provider": "aws"}, headers=lambda: headers)


def test_a_written_span_arrives_as_it_was(server: OtlpServer) -> None:
    line = a_line()

    assert an_exporter(server).export([line]) == 0

    ((of_resource,),) = ([*request.resource_spans] for request in server.requests)
    (span,) = of_resource.scope_spans[0].spans
    assert (span.trace_id.hex(), span.span_id.hex()) == (line.span["traceId"], line.span["spanId"])
    assert (span.name, span.kind, span.end_time_unix_nano) == ("GET /api/health", 2, 2_000_000_000_000_000_000)
    values = {each.key: each.value for each in span.attributes}
    assert values["http.response.status_code"].int_value == 200 and values["share"].double_value == 0.5
    assert values["is_cold"].bool_value and values["http.route"].string_value == "/api/health"


def test_each_function_is_a_service_of_its_own(server: OtlpServer) -> None:
    an_exporter(server).export([a_line("api"), a_line("finish_recording"), a_line("api")])

    (request,) = server.requests
    services = {
        attribute.value.string_value: len(of.scope_spans[0].spans)
        for of in request.resource_spans
        for attribute in of.resource.attributes
        if attribute.key == "service.name"
    }
    assert services == {"echosphere-api": 2, "echosphere-finish_recording": 1}


def test_what_is_asked_for_in_headers_is_sent(server: OtlpServer) -> None:
    an_exporter(server, **{"x-api-key": "a-key"}).export([a_line()])

    assert server.headers[0]["x-api-key"] == "a-key" and server.headers[0]["content-type"] == "application/x-protobuf"


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_who_is_busy_is_asked_again(server: OtlpServer, status: int) -> None:
    server.status = status

    with pytest.raises(TracesUnavailable):
        an_exporter(server).export([a_line()])


def test_who_is_away_is_asked_again() -> None:
    with pytest.raises(TracesUnavailable):
        OtlpExporter("otlp", "http://127.0.0.1:9/v1/traces", resource={}).export([a_line()])


@pytest.mark.parametrize("status", [400, 401, 403, 500])
def test_who_refuses_is_not_asked_again_and_not_quoted(server: OtlpServer, status: int) -> None:
    server.status, server.answer = status, b"the very words of somebody"

    with pytest.raises(TracesRefused) as refused:
        an_exporter(server).export([a_line()])
    assert refused.value.words == str(status)


def test_spans_that_were_thrown_away_are_counted(server: OtlpServer) -> None:
    answer = ExportTraceServiceResponse()
    answer.partial_success.rejected_spans = 2
    server.answer = answer.SerializeToString()

    assert an_exporter(server).export([a_line(), a_line(), a_line()]) == 2


def test_x_ray_is_sent_what_its_role_signed(server: OtlpServer) -> None:
    session = Session()
    session.set_credentials("an-access-key", "a-secret", "a-session-token")
    sign = signed_for_xray(session, "eu-central-1")

    OtlpExporter("xray", server.address, resource={}, sign=sign).export([a_line()])

    sent = server.headers[0]
    assert (
        "Credential=an-access-key/" in sent["authorization"]
        and "/eu-central-1/xray/aws4_request" in sent["authorization"]
    )
    assert sent["x-amz-security-token"] == "a-session-token" and "a-secret" not in str(sent)
    assert xray_address("eu-central-1") == "https://xray.eu-central-1.amazonaws.com/v1/traces"
