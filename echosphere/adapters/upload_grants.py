"""What the recorder may do: store the files of one talk, for as long as a talk may last, and nothing else.

docs/decisions/0005-what-the-recorder-may-do.md says why it is made like this.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from echosphere.domain.errors import RecorderUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sts import STSClient
    from mypy_boto3_sts.type_defs import CredentialsTypeDef

# A talk of a whole day, and some time to store it; STS allows 36 hours.
LASTS_S = 26 * 60 * 60
NAME = "recorder"
KEPT_FOR_S = 300.0  # a rotated key is used after five minutes at the latest


@dataclass(frozen=True, slots=True)
class UploadGrant:
    access_key: str
    secret: str
    session_token: str

    def __repr__(self) -> str:
        return "UploadGrant(…)"


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadGrants:
    """`sts_of` makes a client for the long-lived key, which never leaves this account; both are kept for a while."""

    secrets: SecretsManagerClient
    secret_arn: str
    sts_of: Callable[[str, str], STSClient]
    bucket_arn: str
    _known: list[tuple[float, STSClient]] = field(default_factory=list, init=False, repr=False)

    def __call__(self, key: str) -> UploadGrant:
        """For the files of the key's talk. Raises RecorderUnavailable."""
        policy = self._policy(key.rsplit("/", 1)[0])
        was_known = bool(self._known)
        try:
            made = self._credentials(policy)
        except RecorderUnavailable:
            if not was_known:
                raise
            made = self._credentials(policy)  # the key may have been rotated since it was read
        return UploadGrant(made["AccessKeyId"], made["SecretAccessKey"], made["SessionToken"])

    def _credentials(self, policy: str) -> CredentialsTypeDef:
        try:
            answer = self._sts().get_federation_token(Name=NAME, DurationSeconds=LASTS_S, Policy=policy)
        except (BotoCoreError, ClientError) as error:
            self._known.clear()
            raise RecorderUnavailable from error
        return answer["Credentials"]

    def _sts(self) -> STSClient:
        """Whoever starts a talk waits for it: making a client takes longer than asking it."""
        if self._known and monotonic() - self._known[0][0] < KEPT_FOR_S:
            return self._known[0][1]
        secret = json.loads(self.secrets.get_secret_value(SecretId=self.secret_arn)["SecretString"])
        self._known[:] = [(monotonic(), self.sts_of(secret["access_key"], secret["secret"]))]
        return self._known[0][1]

    def _policy(self, folder: str) -> str:
        allowed = {"Effect": "Allow", "Action": "s3:PutObject", "Resource": f"{self.bucket_arn}/{folder}/*"}
        return json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
