"""Short-lived credentials of one role, taken anew before they expire."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import boto3
from mypy_boto3_sts import STSClient
from mypy_boto3_sts.type_defs import CredentialsTypeDef

# The SDKs ask again a quarter of an hour before the end, and must then get others.
RENEW_BEFORE = timedelta(minutes=20)


class RoleCredentials:
    def __init__(
        self,
        sts: STSClient,
        role_arn: str,
        *,
        session_name: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._sts = sts
        self._role_arn = role_arn
        self._session_name = session_name
        self._now = now
        self._held: CredentialsTypeDef | None = None
        # Several of the task's clients ask at once.
        self._lock = threading.Lock()

    def current(self) -> CredentialsTypeDef:
        with self._lock:
            if self._held is None or self._held["Expiration"] - self._now() < RENEW_BEFORE:
                taken = self._sts.assume_role(RoleArn=self._role_arn, RoleSessionName=self._session_name)
                self._held = taken["Credentials"]
            return self._held


def session_of(credentials: CredentialsTypeDef) -> boto3.Session:
    return boto3.Session(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )
