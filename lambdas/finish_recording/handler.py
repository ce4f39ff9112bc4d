"""MediaConvert tells how a job fares, by way of the default bus and a queue."""

import json

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.adapters.mediaconvert_transcoder import news_of_event
from echosphere.bootstrap.media import media_ports
from echosphere.domain.errors import RecordingNotFound, TranscoderUnavailable
from echosphere.domain.transcoding import TranscodeNews
from echosphere.services.follow_transcode import follow_transcode
from lambdas.tracing.job_span import write_job_span
from lambdas.tracing.queue import work_off
from lambdas.tracing.span import note_recording
from lambdas.wire import Event


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return work_off(event, _follow, context)


def _follow(record: SQSRecord) -> None:
    news = news_of_event(json.loads(record.body)["detail"])
    if news is None:
        return
    if news.is_over:
        _trace_job(news)
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


def _trace_job(news: TranscodeNews) -> None:
    """Once: when news come again, the recording waits for its job no more. No recording waits for its trace."""
    try:
        recording = media_ports().recordings.get(news.session_id, news.attempt)
        job = media_ports().transcoder.read(news.job_id) if recording.waits_for_its_job else None
    except (RecordingNotFound, TranscoderUnavailable) as error:
        Logger().warning("job not traced", code=error.code, session_id=news.session_id)
        return
    if job:
        write_job_span(recording, job)
