"""What the account may run at once is held against what the stage asks for."""

import pytest

from deploy.finding import Verdict
from deploy.preflight.quotas import FARGATE_VCPU, LEAST_CONCURRENCY, fargate, functions
from tests.deploy.account import Account
from tests.deploy.stages import a_stage, only

pytestmark = pytest.mark.deploy


def granted(vcpus: float) -> Account:
    return Account().answers("service-quotas", "get_service_quota", {"Quota": {"Value": vcpus}}, **FARGATE_VCPU)


def of_functions(limit: int) -> Account:
    return Account().answers("lambda", "get_account_settings", {"AccountLimit": {"ConcurrentExecutions": limit}})


@pytest.mark.parametrize(("vcpus", "verdict"), [(8, Verdict.OK), (7, Verdict.WRONG)])
def test_old_and_new_tasks_have_room_beside_each_other(vcpus: float, verdict: Verdict) -> None:
    two_tasks_of_two = a_stage(agent_count=2, agent_cpu=2048)

    told = only(fargate(two_tasks_of_two, granted(vcpus)))

    assert told.verdict is verdict and f"8 of {vcpus}" in told.says


def test_what_does_not_fit_says_how_it_would() -> None:
    told = only(fargate(a_stage(agent_count=2, agent_cpu=2048), granted(0)))

    assert "Service Quotas" in told.says and "agent_count" in told.says


@pytest.mark.parametrize(("limit", "verdict"), [(LEAST_CONCURRENCY, Verdict.OK), (10, Verdict.WRONG)])
def test_queues_and_people_have_functions_at_the_same_time(limit: int, verdict: Verdict) -> None:
    assert only(functions(a_stage(), of_functions(limit))).verdict is verdict


def test_a_quota_that_is_not_there_is_no_failure() -> None:
    told = only(fargate(a_stage(), Account().refuses("service-quotas", "get_service_quota", "NoSuchResourceException")))

    assert told.verdict is Verdict.UNASKED
