from typing import Any, cast

import pytest
from mypy_boto3_ecs import ECSClient

from local.fargate.task import Task, TaskNotPlayed, read_task

pytestmark = pytest.mark.unit

KEY = "arn:aws:secretsmanager:ap-northeast-1:1:secret:keys-AbCdEf:api_key::"
CONTAINER = {
    "name": "Agent",
    "command": ["python", "-m", "agent"],
    "environment": [{"name": "TABLE_NAME", "value": "records"}],
    "secrets": [{"name": "LIVEKIT_API_KEY", "valueFrom": KEY}],
    "stopTimeout": 120,
}


class MemoryECS:
    def __init__(self, *containers: dict[str, Any]) -> None:
        self._containers = list(containers)

    def describe_services(self, *, cluster: str, services: list[str]) -> dict[str, Any]:
        found = [{"taskDefinition": "agent:2"}] if services == ["service"] else []
        return {"services": found}

    def describe_task_definition(self, *, taskDefinition: str) -> dict[str, Any]:
        assert taskDefinition == "agent:2"
        roles = {"taskRoleArn": "arn:task", "executionRoleArn": "arn:execution"}
        return {"taskDefinition": {"containerDefinitions": self._containers, **roles}}


def read(*containers: dict[str, Any], service: str = "service") -> Task:
    return read_task(cast("ECSClient", MemoryECS(*containers)), cluster="cluster", service=service)


def test_the_task_is_what_the_services_task_definition_says() -> None:
    assert read(CONTAINER) == Task(
        command=("python", "-m", "agent"),
        environment={"TABLE_NAME": "records"},
        secrets={"LIVEKIT_API_KEY": KEY},
        stop_timeout_s=120,
        task_role_arn="arn:task",
        execution_role_arn="arn:execution",
    )


def test_a_container_that_names_no_stop_timeout_has_that_of_ecs() -> None:
    assert read({"command": ["true"]}).stop_timeout_s == 30


def test_a_service_that_is_not_deployed_is_named() -> None:
    with pytest.raises(TaskNotPlayed, match="other"):
        read(CONTAINER, service="other")


def test_a_container_that_the_task_may_do_without_is_not_played() -> None:
    collector = {"name": "Collector", "essential": False, "environment": [{"name": "TABLE_NAME", "value": "other"}]}

    assert read(collector, CONTAINER) == read(CONTAINER)


def test_a_task_of_two_containers_that_it_needs_is_refused() -> None:
    with pytest.raises(TaskNotPlayed, match="2 containers"):
        read(CONTAINER, {**CONTAINER, "essential": True})
