"""Every hour, by way of a queue: mends, resubmits or tells of what waits too long."""

from dataclasses import replace

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.adapters.counting_bus import SERVICE
from echosphere.adapters.metric import count
from echosphere.bootstrap.media import media_ports
from echosphere.services.count_unaccounted import count_unaccounted
from echosphere.services.reconcile_recordings import reconcile_recordings
from lambdas.tracing.job_span import TracedTranscoder
from lambdas.tracing.queue import work_off
from lambdas.wire import Event


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return work_off(event, _reconcile, context)


def _reconcile(record: SQSRecord) -> None:
    ports = media_ports()
    traced = replace(ports, transcoder=TracedTranscoder(ports.transcoder, ports.recordings))
    Logger().info("reconciled", looked_at=reconcile_recordings(traced), message_id=record.message_id)
    count("recording.unaccounted", count_unaccounted(ports), service=SERVICE)
