"""The deployed queues and functions, made impatient, and led through the gate; all as it was at the end."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from local.readiness import wait_until
from tests.gate import Gate, led_through
from tests.platform import Platform

# Instead of minutes: how soon a message comes back. Longer than any function takes here, so that none is doubled.
COMES_BACK_S = 20
SERVICES = ("DYNAMODB", "MEDIACONVERT")
FUNCTIONS = ("transcode_recording", "finish_recording", "reconcile_recordings")
QUEUES = {
    "transcode": ("media", "TranscodeRecordingQueueUrl"),
    "finish": ("recording", "FinishRecordingQueueUrl"),
    "reconcile": ("recording", "ReconcileRecordingsQueueUrl"),
}
COUNTED = ("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible")


@dataclass(frozen=True)
class Pipeline:
    platform: Platform

    @property
    def is_quiet(self) -> bool:
        """Nothing is being transcoded, and no message waits or is being worked on."""
        queue = self.platform.cloud().client("mediaconvert").get_queue(Name="Default")["Queue"]
        jobs: int = queue["SubmittedJobsCount"] + queue["ProgressingJobsCount"]
        return jobs == 0 and all(self._count(self.url(name)) == 0 for name in QUEUES)

    def url(self, name: str) -> str:
        return self.platform.outputs.get(*QUEUES[name])

    def reconcile(self, within_s: float) -> float:
        """Seconds that it took."""
        began = time.perf_counter()
        self._sqs().send_message(QueueUrl=self.url("reconcile"), MessageBody="{}")
        wait_until(lambda: self._count(self.url("reconcile")) == 0, what="reconciliation", within_s=within_s)
        return time.perf_counter() - began

    def dead_letters(self, name: str) -> int:
        return self._count(self._dead(name))

    def redrive(self, name: str) -> None:
        """As `make redrive` does."""
        while letters := self._sqs().receive_message(QueueUrl=self._dead(name)).get("Messages", []):
            self._sqs().send_message(QueueUrl=self.url(name), MessageBody=letters[0]["Body"])
            self._sqs().delete_message(QueueUrl=self._dead(name), ReceiptHandle=letters[0]["ReceiptHandle"])

    def _dead(self, name: str) -> str:
        policy = self._sqs().get_queue_attributes(QueueUrl=self.url(name), AttributeNames=["RedrivePolicy"])
        arn = policy["Attributes"]["RedrivePolicy"].split('"deadLetterTargetArn"')[1].split('"')[1]
        url: str = self._sqs().get_queue_url(QueueName=arn.rsplit(":", 1)[-1])["QueueUrl"]
        return url

    def _count(self, url: str) -> int:
        told = self._sqs().get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        return sum(int(told[name]) for name in COUNTED)

    def _sqs(self) -> Any:  # noqa: ANN401  # boto3 makes a class for each service
        return self.platform.cloud().client("sqs")


@contextmanager
def impatient(platform: Platform, gate: Gate) -> Iterator[Pipeline]:
    pipeline = Pipeline(platform)
    with ExitStack() as mended:
        for name in ("transcode", "finish"):
            mended.enter_context(_comes_back_soon(pipeline, name))
        for function in FUNCTIONS:
            mended.enter_context(led_through(platform, function, gate, SERVICES))
        yield pipeline


@contextmanager
def _comes_back_soon(pipeline: Pipeline, name: str) -> Iterator[None]:
    sqs, url, wanted = pipeline.platform.cloud().client("sqs"), pipeline.url(name), "VisibilityTimeout"
    was = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=[wanted])["Attributes"]
    sqs.set_queue_attributes(QueueUrl=url, Attributes={wanted: str(COMES_BACK_S)})
    try:
        yield
    finally:
        sqs.set_queue_attributes(QueueUrl=url, Attributes={wanted: was[wanted]})
