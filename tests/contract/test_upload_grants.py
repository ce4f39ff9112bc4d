"""The recorder's own key, as STS makes it."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import boto3
import pytest
from botocore.config import Config

from echosphere.adapters.upload_grants import UploadGrants
from echosphere.domain.errors import RecorderUnavailable
from echosphere.domain.identifiers import new_id

if TYPE_CHECKING:
    from mypy_boto3_sts import STSClient

pytestmark = pytest.mark.contract


def grants(sts_of: "Callable[[str, str], STSClient]") -> UploadGrants:
    secrets, iam = boto3.client("secretsmanager"), boto3.client("iam")
    user = iam.create_user(UserName=f"recorder-{new_id()}")["User"]["UserName"]
    key = iam.create_access_key(UserName=user)["AccessKey"]
    value = json.dumps({"access_key": key["AccessKeyId"], "secret": key["SecretAccessKey"]})
    arn = secrets.create_secret(Name=f"{user}-key", SecretString=value)["ARN"]
    return UploadGrants(secrets=secrets, secret_arn=arn, sts_of=sts_of, bucket_arn="arn:aws:s3:::raw")


def sts(access_key: str, secret: str) -> "STSClient":
    return boto3.client("sts", aws_access_key_id=access_key, aws_secret_access_key=secret)


@pytest.mark.usefixtures("aws")
def test_a_recorder_gets_a_key_of_its_own_that_ends_by_itself() -> None:
    made = grants(sts)

    first, second = made("raw/session-1/001.mp4"), made("raw/session-2/001.mp4")

    assert first.access_key != second.access_key and first.session_token
    assert "secret" not in repr(first).replace("UploadGrant", "") and first.secret not in repr(first)


@pytest.mark.usefixtures("aws")
def test_the_key_opens_the_files_of_one_talk_alone() -> None:
    policy = json.loads(grants(sts)._policy("raw/session-1"))

    assert policy["Statement"] == [
        {"Effect": "Allow", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::raw/raw/session-1/*"}
    ]


@pytest.mark.usefixtures("aws")
def test_without_sts_there_is_no_recorder() -> None:
    def nobody(access_key: str, secret: str) -> "STSClient":
        once = Config(retries={"total_max_attempts": 1})
        return boto3.client("sts", endpoint_url="http://127.0.0.1:9", config=once)

    with pytest.raises(RecorderUnavailable):
        grants(nobody)("raw/session-1/001.mp4")
