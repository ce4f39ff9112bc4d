"""What a deployed service's task definition says about the container that does its work.

Those beside it that the task may do without (a collector of traces) are parts of their own here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from mypy_boto3_ecs import ECSClient
from mypy_boto3_ecs.type_defs import ContainerDefinitionOutputTypeDef

# ECS's own default for a container that names none.
STOP_TIMEOUT_S = 30


class TaskNotPlayed(Exception):
    """The service or its task definition is not one that runs as one process; the message says why."""


@dataclass(frozen=True, kw_only=True)
class Task:
    """`secrets` are references to Secrets Manager by variable, as ECS writes them: `<arn>:<json key>::`."""

    command: tuple[str, ...]
    environment: Mapping[str, str]
    secrets: Mapping[str, str]
    stop_timeout_s: int
    task_role_arn: str
    execution_role_arn: str


def read_task(ecs: ECSClient, *, cluster: str, service: str) -> Task:
    found = ecs.describe_services(cluster=cluster, services=[service])["services"]
    if not found:
        raise TaskNotPlayed(f"no service {service} in cluster {cluster}")
    definition = ecs.describe_task_definition(taskDefinition=found[0]["taskDefinition"])["taskDefinition"]
    containers = definition["containerDefinitions"]
    essential = [it for it in containers if it.get("essential", True)]
    if len(essential) != 1:
        raise TaskNotPlayed(f"{len(essential)} containers in one task that it cannot do without")
    (container,) = essential
    return Task(
        command=tuple(container["command"]),
        environment={it["name"]: it["value"] for it in container.get("environment", [])},
        secrets=_secrets(container),
        stop_timeout_s=container.get("stopTimeout", STOP_TIMEOUT_S),
        task_role_arn=definition["taskRoleArn"],
        execution_role_arn=definition["executionRoleArn"],
    )


def _secrets(container: ContainerDefinitionOutputTypeDef) -> Mapping[str, str]:
    return {it["name"]: it["valueFrom"] for it in container.get("secrets", [])}
