"""Every minute, by way of a queue: publishes the events that a publisher left behind."""

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.bootstrap.backend import backend_ports
from echosphere.services.sweep_outbox import sweep_outbox
from lambdas.tracing.queue import work_off
from lambdas.wire import Event


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return work_off(event, _sweep, context)


def _sweep(record: SQSRecord) -> None:
    Logger().info("swept the outbox", published=sweep_outbox(backend_ports()), message_id=record.message_id)
