"""Clients of one account and region, each call of which ends within seconds; and what an answer that fails becomes."""

from collections.abc import Callable
from typing import Any, Protocol

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from deploy.finding import Finding, unasked

A_CALL = Config(connect_timeout=5, read_timeout=10, retries={"total_max_attempts": 2})


class Aws(Protocol):
    """`region` None: the stage's."""

    def client(self, service: str, *, region: str | None = None) -> Any: ...  # noqa: ANN401  # a class that botocore makes as it runs


class AwsAccount:
    """Raises BotoCoreError when the profile that the environment names is not there."""

    def __init__(self, region: str) -> None:
        self._session = boto3.Session(region_name=region)

    def client(self, service: str, *, region: str | None = None) -> Any:  # noqa: ANN401  # as above
        return self._session.client(service, region_name=region, config=A_CALL)  # type: ignore[call-overload]  # any name


def ask(what: str, question: Callable[[], Finding]) -> Finding:
    """The question's own finding; where AWS does not answer it, that it could not be asked and why."""
    try:
        return question()
    except ClientError as error:
        return unasked(what, f"{error.operation_name} was answered with {code_of(error)}")
    except BotoCoreError as error:
        return unasked(what, f"no answer from AWS ({type(error).__name__})")


def code_of(error: ClientError) -> str:
    return error.response.get("Error", {}).get("Code", "an error without a code")
