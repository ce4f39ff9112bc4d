from typing import Any

import pytest
from ministack.services import ecs

from local.ministack.patches import task_definition_keys
from local.ministack.resource_handlers import HANDLERS

pytestmark = pytest.mark.unit

SECRET = {"Name": "LIVEKIT_API_KEY", "ValueFrom": "arn:aws:secretsmanager:eu-west-1:1:secret:keys:api_key::"}
PROPERTIES = {
    "Family": "agent",
    "ContainerDefinitions": [
        {"Name": "Agent", "Secrets": [SECRET], "HealthCheck": {"Command": ["CMD", "true"], "StartPeriod": 30}}
    ],
    "Volumes": [{"Name": "scratch"}],
}


def deployed() -> dict[str, Any]:
    arn, _attributes = HANDLERS[task_definition_keys.TYPE]["create"]("Task", PROPERTIES, "stack")
    definition: dict[str, Any] = ecs._task_defs[arn.rsplit("/", 1)[-1]]
    return definition


def test_stock_ministack_hides_a_containers_secrets_from_the_sdks() -> None:
    assert "valueFrom" not in deployed()["containerDefinitions"][0]["secrets"][0]


def test_the_sdks_read_a_containers_secrets_and_health_check() -> None:
    task_definition_keys.apply()

    (container,) = deployed()["containerDefinitions"]

    assert container["secrets"] == [{"name": SECRET["Name"], "valueFrom": SECRET["ValueFrom"]}]
    assert container["healthCheck"] == {"command": ["CMD", "true"], "startPeriod": 30}
    assert container["name"] == "Agent"


def test_volumes_have_the_names_that_ecs_gives_them() -> None:
    task_definition_keys.apply()

    assert deployed()["volumes"] == [{"name": "scratch"}]
