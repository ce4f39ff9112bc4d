"""The logs of the other functions tell of their spans. What an exporter could not be given waits in a queue for it.

Of itself it writes no spans: they would come back to it.
"""

import gzip
import json
from base64 import b64decode
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import batched
from typing import TYPE_CHECKING

import boto3
from aws_lambda_powertools.metrics import MetricUnit, single_metric
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.bootstrap.core import PATIENCE
from echosphere.bootstrap.traces import span_exporters, trace_settings
from echosphere.domain.span_line import SpanLine
from echosphere.services.forward_spans import export_spans, forward_spans
from lambdas.tracing.span import LINE_KEY, SERVICE_KEY
from lambdas.wire import Event

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

# A span has some 500 bytes, a message of SQS room for 256 kB.
SPANS_A_MESSAGE = 200


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse | None:
    if "awslogs" not in event:
        return process_partial_response(event, _export_again, BatchProcessor(EventType.SQS), context)
    forward_spans(span_exporters(), list(_spans_in(event)), later=_keep, dropped=_count)
    return None


def _spans_in(event: Event) -> Iterator[SpanLine]:
    """CloudWatch hands over lines that match a pattern, which is no proof of what they are."""
    for told in json.loads(gzip.decompress(b64decode(event["awslogs"]["data"])))["logEvents"]:
        try:
            line = json.loads(told["message"])
        except ValueError:
            continue
        if isinstance(line, dict) and isinstance(line.get(LINE_KEY), dict) and "spanId" in line[LINE_KEY]:
            yield SpanLine(service=str(line[SERVICE_KEY]), span=line[LINE_KEY])


def _export_again(record: SQSRecord) -> None:
    """An exporter that the stage has no more gets nothing."""
    kept = json.loads(record.body)
    spans = [SpanLine(service=service, span=span) for service, span in kept["spans"]]
    for exporter in span_exporters():
        if exporter.name == kept["exporter"]:
            export_spans(exporter, spans, dropped=_count)


def _keep(exporter: str, spans: Sequence[SpanLine]) -> None:
    for some in batched(spans, SPANS_A_MESSAGE, strict=False):
        body = json.dumps({"exporter": exporter, "spans": [(each.service, each.span) for each in some]})
        _sqs().send_message(QueueUrl=trace_settings().spans_queue_url, MessageBody=body)


@cache
def _sqs() -> "SQSClient":
    return boto3.client("sqs", config=PATIENCE)


def _count(exporter: str, dropped: int) -> None:
    with single_metric(name="SpansDropped", unit=MetricUnit.Count, value=dropped) as metric:
        metric.add_dimension(name="exporter", value=exporter)
