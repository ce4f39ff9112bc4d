"""A talk ended, or somebody wants it judged again, by way of the bus and a queue."""

import json

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.adapters.cost_metric import tell_of_cost
from echosphere.adapters.metric import count
from echosphere.bootstrap.backend import backend_ports
from echosphere.bootstrap.judge import judge
from echosphere.domain.cost import Cost, cost_of_uses
from echosphere.domain.errors import EchoSphereError, Refused
from echosphere.domain.usage import Use
from echosphere.services.evaluate_session import evaluate_session
from lambdas.tracing.queue import work_off
from lambdas.tracing.span import note_session_id
from lambdas.wire import Event

SERVICE = "judge"


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return work_off(event, _evaluate, context)


def _evaluate(record: SQSRecord) -> None:
    session_id = str(json.loads(record.body)["detail"]["session_id"])
    note_session_id(session_id)
    key = judge().identity.key
    uses = list[Use]()
    try:
        evaluation = evaluate_session(backend_ports(), judge(), session_id, uses=uses)
    except EchoSphereError as error:
        _tell_of_failure(error, session_id, key)
        raise
    finally:
        _tell_of_cost(uses)
    count("judge.talks", service=SERVICE)
    Logger().info("talk judged", session_id=session_id, judge=key, status=evaluation.status if evaluation else None)


def _tell_of_cost(uses: list[Use]) -> None:
    """Of a talk, as the figures of its day have it; a message that comes twice asks no judge again."""
    if uses:
        tell_of_cost(Cost(lines=tuple(cost_of_uses(uses, region=backend_ports().hosting.region))))


def _tell_of_failure(error: EchoSphereError, session_id: str, key: str) -> None:
    count("judge.failures", service=SERVICE, fields={"code": error.code})
    # A service's code or our own complaints: what a judge said is in neither.
    words = error.words if isinstance(error, Refused) else None
    Logger().warning("talk not judged", code=error.code, words=words, session_id=session_id, judge=key)
