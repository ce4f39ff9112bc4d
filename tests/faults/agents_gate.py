"""The agent is led through a gate: a new revision of its task, as a deploy would make one, and a new start."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from local.installation import LOOPBACK
from local.readiness import agent_answers, wait_until
from tests.faults.kill_part import kill_part
from tests.gate import Gate
from tests.platform import Platform

STARTED_WITHIN_S = 60
# What `register_task_definition` takes of what `describe_task_definition` tells.
OF_A_REVISION = (
    *("family", "taskRoleArn", "executionRoleArn", "networkMode", "containerDefinitions"),
    *("requiresCompatibilities", "cpu", "memory", "runtimePlatform"),
)


@contextmanager
def agent_led_through(platform: Platform, gate: Gate, services: Sequence[str]) -> Iterator[None]:
    ecs = platform.cloud().client("ecs")
    (cluster,) = ecs.list_clusters()["clusterArns"]
    (service,) = ecs.list_services(cluster=cluster)["serviceArns"]
    was = ecs.describe_services(cluster=cluster, services=[service])["services"][0]["taskDefinition"]
    through = {f"AWS_ENDPOINT_URL_{name}": f"http://{LOOPBACK}:{gate.port}" for name in services}
    described = ecs.describe_task_definition(taskDefinition=was)["taskDefinition"]
    revision = ecs.register_task_definition(**_with(described, through))["taskDefinition"]["taskDefinitionArn"]
    try:
        _deploy(platform, ecs, cluster, service, revision)
        yield
    finally:
        _deploy(platform, ecs, cluster, service, was)


def _with(described: dict[str, Any], variables: dict[str, str]) -> dict[str, Any]:
    revision = {name: described[name] for name in OF_A_REVISION if name in described}
    more = [{"name": name, "value": value} for name, value in variables.items()]
    containers = [
        {**each, "environment": [*each.get("environment", []), *more]} for each in described["containerDefinitions"]
    ]
    return {**revision, "containerDefinitions": containers}


def _deploy(platform: Platform, ecs: Any, cluster: str, service: str, revision: str) -> None:  # noqa: ANN401  # boto3's
    ecs.update_service(cluster=cluster, service=service, taskDefinition=revision)
    log = platform.installation.logs / "agent.log"
    log.write_text("")  # what the last one said of itself
    kill_part(platform.installation, "agent")
    wait_until(lambda: agent_answers(platform.installation), what="the agent", within_s=STARTED_WITHIN_S)
