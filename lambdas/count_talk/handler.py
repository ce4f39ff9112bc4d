"""A talk ended, was judged, or a recording of it is ready: told by the bus, a minute later, when all is written."""

import json

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.adapters.cost_metric import tell_of_cost
from echosphere.bootstrap.backend import backend_ports
from echosphere.domain.events import (
    EVENTS,
    EvaluationCompleted,
    EvaluationFailed,
    RecordingReady,
    SessionEnded,
    SessionFailed,
)
from echosphere.services.count_opinions import count_opinions
from echosphere.services.count_talk import count_recording, count_talk
from lambdas.count_talk.metrics import tell_of
from lambdas.tracing.queue import work_off
from lambdas.wire import Event


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return work_off(event, _count, context)


def _count(record: SQSRecord) -> None:
    told = json.loads(record.body)
    event = EVENTS[told["detail-type"]].from_detail(told["detail"])
    match event:
        case SessionEnded() | SessionFailed():
            counted = count_talk(backend_ports(), event.session_id)
            if counted is not None:
                tell_of(counted)
            Logger().info("talk counted", session_id=event.session_id, is_new=counted is not None)
        case EvaluationCompleted() | EvaluationFailed():
            is_there = count_opinions(backend_ports(), event.session_id)
            Logger().info("opinions counted", session_id=event.session_id, is_there=is_there)
        case RecordingReady():
            cost = count_recording(backend_ports(), event.session_id, event.attempt)
            if cost is not None:
                tell_of_cost(cost)
            Logger().info("recording counted", session_id=event.session_id, is_new=cost is not None)
