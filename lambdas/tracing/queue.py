"""What a function takes out of a queue, a span for each message. What fails comes back three times, then lies with the
dead letters; the others of its batch are done all the same."""

import json
from collections.abc import Callable

from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.domain.events import TRACE
from echosphere.domain.trace import TraceParent
from lambdas.tracing.span import Attribute, SpanKind, service_name, spanning
from lambdas.wire import Event


def work_off(event: Event, work: Callable[[SQSRecord], None], context: LambdaContext) -> PartialItemFailureResponse:
    def traced(record: SQSRecord) -> None:
        with spanning(service_name(), SpanKind.CONSUMER, _sender(record)) as span:
            span.attributes |= _delivery(record)
            work(record)

    return process_partial_response(event, traced, BatchProcessor(EventType.SQS), context)


def _sender(record: SQSRecord) -> TraceParent | None:
    """An event of ours says which trace it belongs to; of what AWS tells, the use case finds out."""
    body = json.loads(record.body)
    detail = body.get("detail") if isinstance(body, dict) else None
    return TraceParent.parse(str(detail.get(TRACE))) if isinstance(detail, dict) else None


def _delivery(record: SQSRecord) -> dict[str, Attribute]:
    return {
        "messaging.system": "aws_sqs",
        "messaging.operation.type": "process",
        "messaging.message.id": record.message_id,
        "messaging.delivery_attempt": int(record.attributes.approximate_receive_count or 1),
    }
