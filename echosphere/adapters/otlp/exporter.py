"""Sends spans to whoever speaks OTLP over HTTP: a collector, LangSmith, X-Ray, or any other."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus

import urllib3
from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceResponse

from echosphere.adapters.otlp.request import to_request
from echosphere.domain.errors import TracesRefused, TracesUnavailable
from echosphere.domain.span_line import SpanLine

type Sign = Callable[[str, bytes, Mapping[str, str]], Mapping[str, str]]
"""Address, body and headers in, headers out."""

PATIENCE = urllib3.Timeout(connect=2.0, read=5.0)
# What OTLP says may be sent again; everything else would be refused tomorrow, too.
RETRYABLE = frozenset(
    {
        HTTPStatus.TOO_MANY_REQUESTS,
        HTTPStatus.BAD_GATEWAY,
        HTTPStatus.SERVICE_UNAVAILABLE,
        HTTPStatus.GATEWAY_TIMEOUT,
    }
)
CONTENT = {"content-type": "application/x-protobuf"}


def as_they_are(_address: str, _body: bytes, headers: Mapping[str, str]) -> Mapping[str, str]:
    return headers


class OtlpExporter:
    """Headers of one are never seen by another: each has its own."""

    def __init__(
        self,
        name: str,
        address: str,
        *,
        resource: Mapping[str, str],
        headers: Callable[[], Mapping[str, str]] = dict,
        sign: Sign = as_they_are,
    ) -> None:
        self.name = name
        self._address = address
        self._resource = resource
        self._headers = headers
        self._sign = sign
        self._http = urllib3.PoolManager(timeout=PATIENCE, retries=False)

    def export(self, spans: Sequence[SpanLine]) -> int:
        body = to_request(spans, self._resource)
        headers = self._sign(self._address, body, {**CONTENT, **self._headers()})
        try:
            answer = self._http.request("POST", self._address, body=body, headers=dict(headers))
        except urllib3.exceptions.HTTPError as error:
            raise TracesUnavailable from error
        if answer.status in RETRYABLE:
            raise TracesUnavailable
        if answer.status >= HTTPStatus.BAD_REQUEST:
            raise TracesRefused(str(answer.status))  # its words may repeat ours
        return _thrown_away(answer.data)


def _thrown_away(body: bytes) -> int:
    """Zero where the other side answers in another form: it has taken them."""
    try:
        return int(ExportTraceServiceResponse.FromString(body).partial_success.rejected_spans)
    except DecodeError:
        return 0
