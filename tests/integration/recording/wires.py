"""The two ways on which news travel, cut open: what S3 and the bus send comes here, and goes on as the plan says."""

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tests.platform import Platform

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

SENDERS = {"Service": ["s3.amazonaws.com", "events.amazonaws.com"]}
WAIT_S, AT_ONCE = 1, 10


@dataclass
class Wire:
    """Whatever comes out of order is heard in another order than it was said in, by the same seed in the same way."""

    sqs: "SQSClient"
    comes_from: str
    goes_to: str
    rng: random.Random
    held: list[str] = field(default_factory=list)

    def heard(self) -> list[str]:
        """Bodies that came since; waits for the first of them."""
        bodies: list[str] = []
        wait_s = WAIT_S
        while got := self._receive(wait_s):
            bodies += [each["Body"] for each in got]
            entries: Any = [{"Id": str(n), "ReceiptHandle": each["ReceiptHandle"]} for n, each in enumerate(got)]
            self.sqs.delete_message_batch(QueueUrl=self.comes_from, Entries=entries)
            wait_s = 0
        self.rng.shuffle(bodies)
        return bodies

    def say(self, *bodies: str) -> None:
        for body in bodies:
            self.sqs.send_message(QueueUrl=self.goes_to, MessageBody=body)

    def hold(self, body: str) -> None:
        self.held.append(body)

    def let_go(self) -> None:
        self.say(*self.held)
        self.held.clear()

    def _receive(self, wait_s: int) -> Any:  # noqa: ANN401  # foreign JSON
        return self.sqs.receive_message(
            QueueUrl=self.comes_from, MaxNumberOfMessages=AT_ONCE, WaitTimeSeconds=wait_s
        ).get("Messages", [])


@contextmanager
def cut_uploads(platform: Platform, rng: random.Random) -> Iterator[Wire]:
    s3, bucket = platform.cloud().client("s3"), platform.outputs.get("media", "RawBucketName")
    was = s3.get_bucket_notification_configuration(Bucket=bucket)["QueueConfigurations"]
    with _own_queue(platform) as (url, arn):
        _tell(s3, bucket, [{**each, "QueueArn": arn} for each in was])
        try:
            yield Wire(_sqs(platform), url, platform.outputs.get("media", "TranscodeRecordingQueueUrl"), rng)
        finally:
            _tell(s3, bucket, was)


@contextmanager
def cut_news(platform: Platform, rng: random.Random) -> Iterator[Wire]:
    events, goes_to = platform.cloud().client("events"), platform.outputs.get("recording", "FinishRecordingQueueUrl")
    (rule,) = (each["Name"] for each in events.list_rules()["Rules"] if "-JobNews" in each["Name"])
    was = events.list_targets_by_rule(Rule=rule)["Targets"]
    with _own_queue(platform) as (url, arn):
        events.put_targets(Rule=rule, Targets=[{**each, "Arn": arn} for each in was])
        try:
            yield Wire(_sqs(platform), url, goes_to, rng)
        finally:
            events.put_targets(Rule=rule, Targets=was)


@contextmanager
def _own_queue(platform: Platform) -> Iterator[tuple[str, str]]:
    sqs = _sqs(platform)
    url = sqs.create_queue(QueueName=f"wire-{uuid4().hex}")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    sender = {"Effect": "Allow", "Principal": SENDERS, "Action": "sqs:SendMessage", "Resource": arn}
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": json.dumps({"Statement": [sender]})})
    try:
        yield url, arn
    finally:
        sqs.delete_queue(QueueUrl=url)


def _tell(s3: Any, bucket: str, queues: list[Any]) -> None:  # noqa: ANN401  # boto3 makes a class for each service
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"QueueConfigurations": queues})


def _sqs(platform: Platform) -> "SQSClient":
    client: SQSClient = platform.cloud().client("sqs")
    return client
