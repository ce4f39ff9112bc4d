"""What the preflight holds an account against is what the stacks ask of it."""

import pytest

from deploy.preflight.quotas import LEAST_CONCURRENCY, SIDE_BY_SIDE
from tests.unit.stacks.templates import Assembly

pytestmark = pytest.mark.template
# Lambda reads a queue that has work with so many at first.
READERS_OF_A_QUEUE = 5


def test_as_many_tasks_stand_during_a_deploy_as_the_quota_is_asked_for(prod: Assembly) -> None:
    deployed = prod["agent"].only("AWS::ECS::Service")["DeploymentConfiguration"]

    assert deployed["MaximumPercent"] == 100 * SIDE_BY_SIDE


def test_all_queues_together_leave_functions_for_people(prod: Assembly) -> None:
    read = list(prod.of_type("AWS::Lambda::EventSourceMapping"))

    assert READERS_OF_A_QUEUE * len(read) < LEAST_CONCURRENCY
