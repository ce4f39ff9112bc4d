"""Every minute, by way of a queue: publishes the events that a publisher left behind."""

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.bootstrap.backend import backend_ports
from echosphere.services.sweep_outbox import sweep_outbox
from lambdas.wire import Event


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return process_partial_response(event, _sweep, BatchProcessor(EventType.SQS), context)


def _sweep(record: SQSRecord) -> None:
    Logger().info("swept the outbox", published=sweep_outbox(backend_ports()), message_id=record.message_id)
