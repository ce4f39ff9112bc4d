"""The recorder's own key is rotated while this process remembers the old one."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest
from botocore.exceptions import ClientError

from echosphere.adapters.upload_grants import UploadGrants
from echosphere.domain.errors import RecorderUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient
    from mypy_boto3_sts import STSClient

pytestmark = pytest.mark.unit
MADE = {"AccessKeyId": "made", "SecretAccessKey": "secret", "SessionToken": "token"}


@dataclass
class Aws:
    """The secret and what STS takes: one key after the other."""

    stored: str = "key-1"
    taken: str = "key-1"
    asked: int = 0

    def get_secret_value(self, SecretId: str) -> dict[str, str]:  # noqa: N803  # AWS's name
        return {"SecretString": json.dumps({"access_key": self.stored, "secret": "s"})}

    def sts_of(self, access_key: str, secret: str) -> "STSClient":
        return cast("STSClient", Sts(self, access_key))

    def rotate(self) -> None:
        self.stored = self.taken = "key-2"


@dataclass
class Sts:
    aws: Aws
    access_key: str

    def get_federation_token(self, **_: object) -> dict[str, dict[str, str]]:
        self.aws.asked += 1
        if self.access_key != self.aws.taken:
            raise ClientError({"Error": {"Code": "InvalidClientTokenId", "Message": ""}}, "GetFederationToken")
        return {"Credentials": MADE}


def grants(aws: Aws) -> UploadGrants:
    return UploadGrants(
        secrets=cast("SecretsManagerClient", aws), secret_arn="arn", sts_of=aws.sts_of, bucket_arn="arn:aws:s3:::raw"
    )


def test_a_key_that_was_rotated_is_read_anew_and_no_talk_misses_its_recorder() -> None:
    aws = Aws()
    made = grants(aws)
    made("raw/session-1/001.mp4")

    aws.rotate()

    assert made("raw/session-2/001.mp4").access_key == "made"


def test_a_key_that_was_just_read_and_is_not_taken_is_not_asked_with_again() -> None:
    aws = Aws(taken="another")

    with pytest.raises(RecorderUnavailable):
        grants(aws)("raw/session-1/001.mp4")
    assert aws.asked == 1
