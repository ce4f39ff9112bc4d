"""OTLP over HTTP, in protobuf as exporters of ours and of OpenTelemetry's send it, plain or gzip."""

import gzip
import zlib
from http import HTTPStatus

from google.protobuf.message import DecodeError
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from local.collector.shelf import TraceShelf
from local.collector.spans import read_spans

PROTOBUF = "application/x-protobuf"


def collector_app(shelf: TraceShelf) -> Starlette:
    async def take(request: Request) -> Response:
        if request.headers.get("content-type", "") != PROTOBUF:
            return PlainTextResponse(f"only {PROTOBUF}", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
        body = await request.body()
        try:
            plain = gzip.decompress(body) if request.headers.get("content-encoding") == "gzip" else body
            shelf.put(read_spans(ExportTraceServiceRequest.FromString(plain)))
        except (DecodeError, OSError, EOFError, zlib.error):
            return PlainTextResponse("not an ExportTraceServiceRequest", HTTPStatus.BAD_REQUEST)
        return Response(ExportTraceServiceResponse().SerializeToString(), media_type=PROTOBUF)

    async def health(_request: Request) -> Response:
        return PlainTextResponse("ready")

    return Starlette(routes=[Route("/v1/traces", take, methods=["POST"]), Route("/", health)])
