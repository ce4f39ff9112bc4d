"""The whole platform as it is deployed on this machine: what listens, who may what, what the edge serves."""

import json
import ssl
from collections.abc import Callable

import httpx2
import psutil
import pytest
from botocore.exceptions import ClientError

from local.errors import AlreadyRunning
from local.fargate.role_credentials import RoleCredentials
from local.fargate.task import read_task
from local.parts import PARTS
from local.processes import platform_processes
from local.up import prepare
from tests.platform import ANSWERS_WITHIN_S, Cloud, Platform
from tests.processes import if_alive

pytestmark = pytest.mark.integration

Ask = Callable[[Cloud, Platform], object]
LOOPBACKS = {"127.0.0.1", "::1"}
DENIED = {"AccessDenied", "AccessDeniedException"}


def scan(cloud: Cloud, at: Platform) -> object:
    return cloud.client("dynamodb").scan(TableName=at.outputs.get("data", "TableName"))


def delete_table(cloud: Cloud, at: Platform) -> object:
    return cloud.client("dynamodb").delete_table(TableName=at.outputs.get("data", "TableName"))


def list_buckets(cloud: Cloud, _: Platform) -> object:
    return cloud.client("s3").list_buckets()


def change_page(cloud: Cloud, at: Platform) -> object:
    return cloud.client("s3").put_object(Bucket=at.outputs.get("web", "SiteBucketName"), Key="index.html", Body=b"")


def make_person(cloud: Cloud, at: Platform) -> object:
    pool_id = at.outputs.get("identity", "UserPoolId")
    return cloud.client("cognito-idp").admin_create_user(UserPoolId=pool_id, Username="intruder@echosphere.local")


def take_another_role(cloud: Cloud, at: Platform) -> object:
    return cloud.client("sts").assume_role(RoleArn=agent_role(at), RoleSessionName="intruder")


def at_the_edge(platform: Platform, path: str) -> httpx2.Response:
    return httpx2.get(f"{platform.page_origin}{path}", timeout=ANSWERS_WITHIN_S, trust_env=False)


# What no function and no task of ours is granted.
FORBIDDEN = pytest.mark.parametrize(
    "ask", [scan, delete_table, list_buckets, change_page, make_person, take_another_role]
)


def function_roles(platform: Platform) -> dict[str, str]:
    """By handler; the function of CDK's that publishes the page is not ours."""
    found = platform.cloud().client("lambda").list_functions()["Functions"]
    return {it["Handler"]: it["Role"] for it in found if it.get("Handler", "").startswith("lambdas.")}


def agent_role(platform: Platform) -> str:
    cluster, service = platform.outputs.get("agent", "ClusterName"), platform.outputs.get("agent", "ServiceName")
    return read_task(platform.cloud().client("ecs"), cluster=cluster, service=service).task_role_arn


def as_role(platform: Platform, role_arn: str) -> Cloud:
    held = RoleCredentials(platform.cloud().client("sts"), role_arn, session_name="proof").current()
    return platform.cloud(held["AccessKeyId"], held["SecretAccessKey"], held["SessionToken"])


def is_denied(ask: Ask, cloud: Cloud, platform: Platform) -> bool:
    try:
        ask(cloud, platform)
    except ClientError as error:
        return error.response["Error"]["Code"] in DENIED
    return False


def test_only_loopback_listens(platform: Platform) -> None:
    addresses = {
        connection.laddr.ip
        for process in platform_processes(platform.installation.home)
        for connection in if_alive(process.net_connections) or ()
        if connection.status in {psutil.CONN_LISTEN, psutil.CONN_NONE} and not connection.raddr
    }

    assert addresses <= LOOPBACKS


def test_every_part_answers(platform: Platform) -> None:
    assert {part.name: part.answers(platform.installation) for part in PARTS} == {part.name: True for part in PARTS}


def test_a_second_start_of_what_runs_is_refused(platform: Platform) -> None:
    with pytest.raises(AlreadyRunning, match="make down"):
        prepare(platform.installation)


@FORBIDDEN
def test_no_function_may_do_what_it_is_not_granted(platform: Platform, ask: Ask) -> None:
    roles = function_roles(platform)

    denied = {handler: is_denied(ask, as_role(platform, role), platform) for handler, role in roles.items()}

    assert len(roles) >= 4
    assert denied == dict.fromkeys(roles, True)


def test_a_function_that_talks_to_no_room_may_not_read_the_rooms_keys(platform: Platform) -> None:
    sweeper = as_role(platform, function_roles(platform)["lambdas.sweep_outbox.handler.handler"])

    def read_keys(cloud: Cloud, at: Platform) -> object:
        return cloud.client("secretsmanager").get_secret_value(SecretId=at.outputs.get("api", "LiveKitSecretArn"))

    assert is_denied(read_keys, sweeper, platform)


@FORBIDDEN
def test_the_agent_may_not_do_what_it_is_not_granted(platform: Platform, ask: Ask) -> None:
    assert is_denied(ask, as_role(platform, agent_role(platform)), platform)


def test_the_agent_reads_its_talk_with_its_own_role(platform: Platform) -> None:
    table = as_role(platform, agent_role(platform)).client("dynamodb")
    key = {"PK": {"S": "SESSION#none"}, "SK": {"S": "META"}}

    assert "Item" not in table.get_item(TableName=platform.outputs.get("data", "TableName"), Key=key)


def test_the_running_agent_holds_no_key_of_the_operator(platform: Platform) -> None:
    agents = [
        environ
        for process in platform_processes(platform.installation.home)
        if "agent_container.agent" in (if_alive(process.cmdline) or ()) and (environ := if_alive(process.environ))
    ]

    assert agents
    assert not any("AWS_ACCESS_KEY_ID" in environment for environment in agents)
    assert all("AWS_CONTAINER_CREDENTIALS_FULL_URI" in environment for environment in agents)


@pytest.mark.parametrize("path", ["/", "/sessions/42", "/callback?code=1"])
def test_every_address_of_the_page_is_the_page(platform: Platform, path: str) -> None:
    answer = at_the_edge(platform, path)

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["cache-control"] == "no-cache"
    assert platform.installation.sign_in_origin in answer.headers["content-security-policy"]


def test_the_page_is_told_where_to_sign_in(platform: Platform) -> None:
    assert at_the_edge(platform, "/config.json").json() == {
        "sign_in_origin": platform.installation.sign_in_origin,
        "client_id": platform.outputs.get("web", "ClientId"),
        "stage": "local",
    }


def test_a_missing_file_is_no_page(platform: Platform) -> None:
    assert at_the_edge(platform, "/assets/none.js").status_code == 403


def test_an_error_of_the_api_is_no_page(platform: Platform) -> None:
    answer = at_the_edge(platform, "/api/me")

    assert answer.status_code == 401
    assert json.loads(answer.text)


def test_the_api_answers_in_health(platform: Platform) -> None:
    assert at_the_edge(platform, "/api/health").json() == {"status": "ok"}


def test_a_bucket_is_closed_to_who_does_not_come_through_the_edge(platform: Platform) -> None:
    bucket = platform.outputs.get("web", "SiteBucketName")
    installation = platform.installation
    trust = ssl.create_default_context(cafile=str(installation.certificate))

    assert httpx2.get(f"{installation.cloud_url}/{bucket}/index.html", verify=trust).status_code == 403
