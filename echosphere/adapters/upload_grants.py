"""What the recorder may do: store the files of one talk, for as long as a talk may last, and nothing else.

docs/decisions/0004-what-the-recorder-may-do.md says why it is made like this.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from echosphere.domain.errors import RecorderUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sts import STSClient

# A talk of a whole day, and some time to store it; STS allows 36 hours.
LASTS_S = 26 * 60 * 60
NAME = "recorder"


@dataclass(frozen=True, slots=True)
class UploadGrant:
    access_key: str
    secret: str
    session_token: str

    def __repr__(self) -> str:
        return "UploadGrant(…)"


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadGrants:
    """`sts_of` makes a client for the long-lived key, which never leaves this account."""

    secrets: SecretsManagerClient
    secret_arn: str
    sts_of: Callable[[str, str], STSClient]
    bucket_arn: str

    def __call__(self, key: str) -> UploadGrant:
        """For the files of the key's talk. Raises RecorderUnavailable."""
        folder = key.rsplit("/", 1)[0]
        try:
            secret = json.loads(self.secrets.get_secret_value(SecretId=self.secret_arn)["SecretString"])
            sts = self.sts_of(secret["access_key"], secret["secret"])
            answer = sts.get_federation_token(Name=NAME, DurationSeconds=LASTS_S, Policy=self._policy(folder))
        except (BotoCoreError, ClientError) as error:
            raise RecorderUnavailable from error
        made = answer["Credentials"]
        return UploadGrant(made["AccessKeyId"], made["SecretAccessKey"], made["SessionToken"])

    def _policy(self, folder: str) -> str:
        allowed = {"Effect": "Allow", "Action": "s3:PutObject", "Resource": f"{self.bucket_arn}/{folder}/*"}
        return json.dumps({"Version": "2012-10-17", "Statement": [allowed]})
