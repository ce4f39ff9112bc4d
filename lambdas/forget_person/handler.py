"""A person left, by way of the bus and a queue. What one call has no time for is told anew, and another goes on."""

import json
from collections.abc import Callable
from functools import partial

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.bootstrap.backend import backend_ports
from echosphere.bootstrap.directory import directory
from echosphere.domain.events import PersonLeft
from echosphere.services.forget_person import forget_person
from lambdas.tracing.queue import work_off
from lambdas.wire import Event

# A talk of hours has thousands of messages and files; it must end before the function does.
TIME_FOR_THE_LAST_TALK_MS = 120_000


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    forget = partial(_forget, time_is_up=lambda: context.get_remaining_time_in_millis() < TIME_FOR_THE_LAST_TALK_MS)
    return work_off(event, forget, context)


def _forget(record: SQSRecord, *, time_is_up: Callable[[], bool]) -> None:
    left = PersonLeft.from_detail(json.loads(record.body)["detail"])
    is_over = forget_person(backend_ports(), directory(), left, time_is_up=time_is_up)
    if not is_over:
        backend_ports().bus.publish(left)
    Logger().info("person forgotten", event_id=left.event_id, is_over=is_over)
