"""MediaConvert tells how a job fares, by way of the default bus and a queue."""

import json

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.adapters.mediaconvert_transcoder import news_of_event
from echosphere.bootstrap.media import media_ports
from echosphere.services.follow_transcode import follow_transcode
from lambdas.tracing.queue import work_off
from lambdas.tracing.span import note_recording
from lambdas.wire import Event


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return work_off(event, _follow, context)


def _follow(record: SQSRecord) -> None:
    news = news_of_event(json.loads(record.body)["detail"])
    if news is None:
        return
    recording = follow_transcode(media_ports(), news)
    if recording:
        note_recording(recording)
    Logger().info(
        "transcode followed",
        session_id=news.session_id,
        attempt=news.attempt,
        job_status=news.status,
        status=recording.status if recording else None,
    )
