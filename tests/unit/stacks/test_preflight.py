"""What the preflight holds an account against is what the stacks ask of it."""

import pytest

from deploy.preflight.quotas import LEAST_CONCURRENCY, SIDE_BY_SIDE
from tests.unit.stacks.templates import Assembly

pytestmark = pytest.mark.template


def test_as_many_tasks_stand_during_a_deploy_as_the_quota_is_asked_for(prod: Assembly) -> None:
    deployed = prod["agent"].only("AWS::ECS::Service")["DeploymentConfiguration"]

    assert deployed["MaximumPercent"] == 100 * SIDE_BY_SIDE


def test_all_queues_together_leave_functions_for_people(prod: Assembly) -> None:
    at_once = [one["ScalingConfig"]["MaximumConcurrency"] for _, one in prod.of_type("AWS::Lambda::EventSourceMapping")]

    assert sum(at_once) < LEAST_CONCURRENCY
