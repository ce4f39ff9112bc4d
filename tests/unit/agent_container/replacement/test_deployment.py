"""Which deployment is the service's own, by AWS's own client with canned answers."""

from collections.abc import Iterator
from datetime import UTC, datetime

import boto3
import pytest
from botocore.stub import Stubber
from mypy_boto3_ecs import ECSClient

from agent_container.replacement.deployment import Deployment
from agent_container.replacement.ecs_would_not import EcsWouldNot
from tests.free_port import free_port
from tests.unit.agent_container.replacement.ecs_agent import CLUSTER, TASK_ARN, EcsAgent

pytestmark = pytest.mark.unit

OURS, NEWER = "ecs-svc/1111", "ecs-svc/2222"
SERVICE = "agent"


@pytest.fixture(scope="module")
def client() -> ECSClient:
    return boto3.client("ecs", region_name="ap-northeast-1", aws_access_key_id="test", aws_secret_access_key="test")


@pytest.fixture
def ecs(client: ECSClient) -> Iterator[Stubber]:
    with Stubber(client) as stub:
        yield stub
        stub.assert_no_pending_responses()


@pytest.fixture
def deployment(ecs_agent: EcsAgent, client: ECSClient) -> Deployment:
    return Deployment(ecs_agent.metadata_uri, lambda: client)


def tell_of_the_task(ecs: Stubber) -> None:
    task = {"taskArn": TASK_ARN, "startedBy": OURS, "group": f"service:{SERVICE}"}
    ecs.add_response("describe_tasks", {"tasks": [task]}, {"cluster": CLUSTER, "tasks": [TASK_ARN]})


def tell_of_the_service(ecs: Stubber, primary: str, *, wanted: int = 1, running: int = 1) -> None:
    deployments = [
        {"id": "ecs-svc/0000", "status": "INACTIVE", "desiredCount": 0, "runningCount": 0},
        {"id": OURS, "status": "ACTIVE", "desiredCount": 1, "runningCount": 1},
        {"id": primary, "status": "PRIMARY", "desiredCount": wanted, "runningCount": running},
    ]
    told = {"services": [{"serviceName": SERVICE, "deployments": deployments, "createdAt": datetime.now(UTC)}]}
    ecs.add_response("describe_services", told, {"cluster": CLUSTER, "services": [SERVICE]})


def test_the_same_deployment_is_current(ecs: Stubber, deployment: Deployment) -> None:
    tell_of_the_task(ecs)
    tell_of_the_service(ecs, OURS)

    assert deployment.standing() == "current"


def test_who_started_the_task_is_asked_once(ecs: Stubber, deployment: Deployment) -> None:
    tell_of_the_task(ecs)
    tell_of_the_service(ecs, OURS)
    tell_of_the_service(ecs, OURS)

    assert [deployment.standing(), deployment.standing()] == ["current", "current"]


def test_a_newer_one_whose_tasks_do_not_all_run_yet_only_follows(ecs: Stubber, deployment: Deployment) -> None:
    tell_of_the_task(ecs)
    tell_of_the_service(ecs, NEWER, wanted=2, running=1)

    assert deployment.standing() == "followed"


def test_a_newer_one_whose_tasks_run_replaces(ecs: Stubber, deployment: Deployment) -> None:
    tell_of_the_task(ecs)
    tell_of_the_service(ecs, NEWER, wanted=2, running=2)

    assert deployment.standing() == "replaced"


@pytest.mark.parametrize("primary", [OURS, NEWER])
def test_where_no_agent_is_wanted_any_more_there_is_none_to_wait_for(
    ecs: Stubber, deployment: Deployment, primary: str
) -> None:
    tell_of_the_task(ecs)
    tell_of_the_service(ecs, primary, wanted=0, running=0)

    assert deployment.standing() == "replaced"


def test_a_refusal_is_known_by_its_code(ecs: Stubber, deployment: Deployment) -> None:
    ecs.add_client_error("describe_tasks", "AccessDeniedException", "words of AWS's own")

    with pytest.raises(EcsWouldNot, match="AccessDeniedException"):
        deployment.standing()


def test_a_task_of_no_service_has_no_deployment(ecs: Stubber, deployment: Deployment) -> None:
    ecs.add_response("describe_tasks", {"tasks": [{"taskArn": TASK_ARN, "group": "family:agent"}]})

    with pytest.raises(EcsWouldNot, match="unreadable"):
        deployment.standing()


def test_a_service_that_is_gone_says_nothing(ecs: Stubber, deployment: Deployment) -> None:
    tell_of_the_task(ecs)
    ecs.add_response("describe_services", {"services": [], "failures": [{"reason": "MISSING"}]})

    with pytest.raises(EcsWouldNot, match="unreadable"):
        deployment.standing()


def test_without_metadata_ecs_is_not_asked(ecs: Stubber, client: ECSClient) -> None:
    with pytest.raises(EcsWouldNot, match="unreachable"):
        Deployment(f"http://127.0.0.1:{free_port()}", lambda: client).standing()
    ecs.assert_no_pending_responses()


def test_where_aws_is_out_of_reach_it_is_said_so(ecs_agent: EcsAgent, client: ECSClient) -> None:
    with Stubber(client), pytest.raises(EcsWouldNot, match="unreachable"):
        Deployment(ecs_agent.metadata_uri, lambda: client).standing()  # the stub has no answer
