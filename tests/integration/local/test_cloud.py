"""The local AWS as a process: where it listens, what it keeps, how it stops."""

import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import psutil
import pytest
from mypy_boto3_dynamodb import DynamoDBClient
from mypy_boto3_s3 import S3Client

from local.installation import LOOPBACK, Installation
from local.readiness import wait_until
from tests.integration.local.cloud import OURS, STOCK, running_cloud, scratch_installation, session

pytestmark = pytest.mark.integration

TABLE, KEY = "records", {"PK": {"S": "SESSION#1"}}
STOPS_WITHIN_S = 5.0


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return scratch_installation(tmp_path / "home")


def dynamodb(installation: Installation) -> DynamoDBClient:
    certificate = str(installation.certificate)
    return session().client("dynamodb", endpoint_url=installation.cloud_url, verify=certificate)


def s3(installation: Installation) -> S3Client:
    return session().client("s3", endpoint_url=installation.cloud_url, verify=str(installation.certificate))


def write_item(installation: Installation) -> None:
    client = dynamodb(installation)
    client.create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "PK", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "PK", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    client.put_item(TableName=TABLE, Item=KEY)


def is_saved(installation: Installation) -> bool:
    path = installation.cloud_state / "services" / "dynamodb.json"
    return path.is_file() and "SESSION#1" in path.read_text()


def tables_after_a_kill(installation: Installation, module: Sequence[str]) -> list[str]:
    with running_cloud(installation, module):
        write_item(installation)
        if module is OURS:
            wait_until(lambda: is_saved(installation), what="autosave", within_s=10)
    with running_cloud(installation, module):
        return dynamodb(installation).list_tables()["TableNames"]


def test_it_listens_on_its_port_of_loopback_and_nowhere_else(installation: Installation) -> None:
    """Stock MiniStack takes port 443 as well when it runs as root."""
    with running_cloud(installation) as process:
        listening = [it.laddr for it in psutil.Process(process.pid).net_connections() if it.status == "LISTEN"]

    assert listening == [(LOOPBACK, installation.ports.cloud)]


def test_stock_ministack_forgets_everything_when_it_is_killed(installation: Installation) -> None:
    assert tables_after_a_kill(installation, STOCK) == []


def test_what_was_saved_survives_a_kill(installation: Installation) -> None:
    assert tables_after_a_kill(installation, OURS) == [TABLE]


def test_nothing_is_lost_when_it_is_asked_to_stop(installation: Installation) -> None:
    with running_cloud(installation) as process:
        write_item(installation)
        s3(installation).create_bucket(
            Bucket="site", CreateBucketConfiguration={"LocationConstraint": "ap-northeast-1"}
        )
        s3(installation).put_object(Bucket="site", Key="index.html", Body=b"<html>", ContentType="text/html")
        took_s = stop(process)

    with running_cloud(installation):
        assert dynamodb(installation).get_item(TableName=TABLE, Key=KEY)["Item"] == KEY
        found = s3(installation).get_object(Bucket="site", Key="index.html")
        assert (found["Body"].read(), found["ContentType"]) == (b"<html>", "text/html")
    assert took_s < STOPS_WITHIN_S


def test_the_code_of_functions_that_a_killed_one_left_is_cleared(installation: Installation) -> None:
    left = installation.temporary / "ministack-lambda-api-1"
    left.mkdir()

    with running_cloud(installation):
        assert not left.exists()


def stop(process: "subprocess.Popen[bytes]") -> float:
    begun_s = time.monotonic()
    process.send_signal(signal.SIGTERM)
    process.wait(timeout=30)
    return time.monotonic() - begun_s
