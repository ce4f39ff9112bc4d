"""A person asked for a copy of their data, by way of the bus and a queue: a part a call, and the next is told anew."""

import json
from collections.abc import Callable
from functools import partial

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.bootstrap.export import export_ports
from echosphere.domain.events import ExportAsked
from echosphere.services.export_person import export_person
from lambdas.tracing.queue import work_off
from lambdas.wire import Event

# A page of talks of hours has tens of thousands of messages; it must be written before the function ends.
TIME_FOR_THE_LAST_PAGE_MS = 120_000


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    export = partial(_export, time_is_up=lambda: context.get_remaining_time_in_millis() < TIME_FOR_THE_LAST_PAGE_MS)
    return work_off(event, export, context)


def _export(record: SQSRecord, *, time_is_up: Callable[[], bool]) -> None:
    asked, ports = ExportAsked.from_detail(json.loads(record.body)["detail"]), export_ports()
    is_done = export_person(ports, asked, time_is_up=time_is_up)
    if not is_done:
        ports.backend.bus.publish(asked)
    Logger().info("part of a copy made", export_id=asked.export_id, is_done=is_done)
