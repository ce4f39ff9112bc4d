"""A deployed queue, its dead letters, and how they are handed back."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from local.environment import operator_environment
from local.installation import CHECKOUT
from tests.platform import Platform

VISIBLE, HIDDEN, DELAYED = (f"ApproximateNumberOfMessages{which}" for which in ("", "NotVisible", "Delayed"))
STAGE = "local"
REDRIVEN_WITHIN_S = 60


@dataclass(frozen=True)
class WorkQueue:
    platform: Platform
    url: str

    @property
    def waiting(self) -> int:
        """Also what is being worked on, and what comes later."""
        return self._count(self.url)

    @property
    def dead(self) -> int:
        return self._count(self._dead_letters())

    def a_dead_letter(self) -> str:
        """It stays where it is."""
        (letter,) = self._sqs().receive_message(QueueUrl=self._dead_letters(), VisibilityTimeout=0)["Messages"]
        body: str = letter["Body"]
        return body

    def forget_dead_letters(self) -> None:
        """Of earlier tests."""
        self._sqs().purge_queue(QueueUrl=self._dead_letters())

    def send(self, body: str) -> None:
        self._sqs().send_message(QueueUrl=self.url, MessageBody=body)

    @contextmanager
    def impatient(self, **seconds: int) -> Iterator[None]:
        """`VisibilityTimeout`, `DelaySeconds`: instead of minutes."""
        asked = {"QueueUrl": self.url, "AttributeNames": [*seconds]}
        was: Mapping[str, str] = self._sqs().get_queue_attributes(**asked)["Attributes"]
        self._set({name: str(value) for name, value in seconds.items()})
        try:
            yield
        finally:
            self._set(was)

    def _set(self, attributes: Mapping[str, str]) -> None:
        self._sqs().set_queue_attributes(QueueUrl=self.url, Attributes=dict(attributes))

    def _dead_letters(self) -> str:
        asked = self._sqs().get_queue_attributes(QueueUrl=self.url, AttributeNames=["RedrivePolicy"])
        arn = asked["Attributes"]["RedrivePolicy"].split('"deadLetterTargetArn"')[1].split('"')[1]
        url: str = self._sqs().get_queue_url(QueueName=arn.rsplit(":", 1)[-1])["QueueUrl"]
        return url

    def _count(self, url: str) -> int:
        told = self._sqs().get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
        return sum(int(told[name]) for name in (VISIBLE, HIDDEN, DELAYED))

    def _sqs(self) -> Any:  # noqa: ANN401  # boto3 makes a class for each service
        return self.platform.cloud().client("sqs")


def redrive(platform: Platform, queue: str) -> None:
    """By the very command of `make redrive`."""
    subprocess.run(  # noqa: S603  # our own command
        [sys.executable, "setup/redrive.py", queue, STAGE],
        check=True,
        timeout=REDRIVEN_WITHIN_S,
        cwd=CHECKOUT,
        env={**os.environ, **operator_environment(platform.installation)},
    )
