"""S3 tells of a raw file, by way of a queue. What fails comes back three times, then lies with the dead letters."""

import json
from urllib.parse import unquote_plus

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from echosphere.bootstrap.media import media_ports
from echosphere.ports.media_store import StoredObject
from echosphere.services.transcode_recording import transcode_recording
from lambdas.tracing.queue import work_off
from lambdas.tracing.span import note_recording
from lambdas.wire import Event

UNVERSIONED = "null"  # S3's own word


def handler(event: Event, context: LambdaContext) -> PartialItemFailureResponse:
    return work_off(event, _transcode, context)


def _transcode(record: SQSRecord) -> None:
    """S3 also sends one test message without records when the notification is made."""
    for each in json.loads(record.body).get("Records", []):
        recording = transcode_recording(media_ports(), _stored(each["s3"]["object"]))
        if recording:
            note_recording(recording)
        Logger().info(
            "raw file taken",
            session_id=recording.session_id if recording else None,
            attempt=recording.attempt if recording else None,
            status=recording.status if recording else None,
        )


def _stored(told: Event) -> StoredObject:
    """S3 writes keys as in an address, and versions only where the bucket keeps them."""
    return StoredObject(
        key=unquote_plus(told["key"]), version=told.get("versionId") or UNVERSIONED, size_bytes=int(told["size"])
    )
