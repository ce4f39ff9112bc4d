from collections.abc import Iterator

import pytest
from ministack.services import cloudformation

from local.ministack.patches import settle_interrupted_stacks

pytestmark = pytest.mark.unit

STACK = "echosphere-local-web"


@pytest.fixture(autouse=True)
def no_stacks() -> Iterator[None]:
    yield
    cloudformation._stacks.clear()


def status_after_a_restart(before: str) -> str:
    cloudformation.load_persisted_state({"stacks": {STACK: {"StackName": STACK, "StackStatus": before}}})
    status: str = cloudformation._stacks[STACK]["StackStatus"]
    return status


def test_stock_ministack_waits_for_ever_for_a_deploy_that_was_killed() -> None:
    assert status_after_a_restart("CREATE_IN_PROGRESS") == "CREATE_IN_PROGRESS"


@pytest.mark.parametrize("before", settle_interrupted_stacks.SETTLED)
def test_no_stack_is_in_progress_after_a_restart(before: str) -> None:
    settle_interrupted_stacks.apply()

    assert not status_after_a_restart(before).endswith("_IN_PROGRESS")


@pytest.mark.parametrize("before", ["CREATE_COMPLETE", "UPDATE_COMPLETE", "ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"])
def test_a_stack_that_nobody_was_deploying_stays_as_it_was(before: str) -> None:
    settle_interrupted_stacks.apply()

    assert status_after_a_restart(before) == before
