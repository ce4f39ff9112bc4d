from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from mypy_boto3_secretsmanager import SecretsManagerClient

from local.fargate.__main__ import task_environment
from local.fargate.resolve_secrets import resolve_secrets
from local.fargate.task import Task
from local.installation import Installation

pytestmark = pytest.mark.unit

ARN = "arn:aws:secretsmanager:ap-northeast-1:000000000000:secret:keys-AbCdEf"
TASK = Task(
    command=("python",),
    environment={
        "TABLE_NAME": "records",
        "AGENT_HEALTH_PORT": "8081",
        "AGENT_METRICS_PORT": "9464",
        "COLLECTOR_PORT": "4318",
    },
    secrets={},
    stop_timeout_s=30,
    task_role_arn="arn:task",
    execution_role_arn="arn:execution",
)


class MemorySecrets:
    def get_secret_value(self, *, SecretId: str) -> dict[str, Any]:
        assert SecretId == ARN
        return {"SecretString": '{"api_key": "echosphere", "api_secret": "s3cret"}'}


def environment(home: Path, task: Task = TASK, *, port_shift: int = 0) -> dict[str, str]:
    installation = Installation(home=home, port_shift=port_shift)
    return task_environment(installation, task, token="the-token", secret_values={"LIVEKIT_API_KEY": "echosphere"})


@pytest.mark.parametrize(
    ("reference", "value"),
    [
        (f"{ARN}:api_secret::", "s3cret"),
        (ARN, '{"api_key": "echosphere", "api_secret": "s3cret"}'),
    ],
)
def test_a_secret_is_one_field_of_it_or_the_whole(reference: str, value: str) -> None:
    client = cast("SecretsManagerClient", MemorySecrets())

    assert resolve_secrets(client, {"KEY": reference}) == {"KEY": value}


def test_the_task_sees_its_settings_and_secrets(tmp_path: Path) -> None:
    seen = environment(tmp_path)

    assert (seen["TABLE_NAME"], seen["LIVEKIT_API_KEY"]) == ("records", "echosphere")


def test_the_task_has_no_credentials_but_those_of_its_role(tmp_path: Path) -> None:
    seen = environment(tmp_path)

    assert not {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"} & seen.keys()
    assert seen["AWS_CONTAINER_CREDENTIALS_FULL_URI"] == "http://127.0.0.1:8091/credentials"
    assert seen["AWS_CONTAINER_AUTHORIZATION_TOKEN"] == "the-token"


@pytest.mark.parametrize(
    ("port", "shifted"), [("AGENT_HEALTH_PORT", "20081"), ("AGENT_METRICS_PORT", "21464"), ("COLLECTOR_PORT", "16318")]
)
def test_the_ports_of_a_task_move_with_the_others(tmp_path: Path, port: str, shifted: str) -> None:
    assert environment(tmp_path)[port] == TASK.environment[port]
    assert environment(tmp_path, port_shift=12_000)[port] == shifted


def test_a_task_without_a_health_port_gets_none(tmp_path: Path) -> None:
    bare = replace(TASK, environment={})

    assert "AGENT_HEALTH_PORT" not in environment(tmp_path, bare)
