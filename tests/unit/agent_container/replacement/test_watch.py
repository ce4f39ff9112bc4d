"""Who holds a talk is left alone; who was replaced takes no more, and is left alone for an hour at the most.

ECS's agent is real, on loopback; how the deployment stands is said by the test; the clock is the test's own.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from agent_container.bridge import Bridge
from agent_container.replacement.deployment import Deployment, Standing
from agent_container.replacement.ecs_would_not import EcsWouldNot
from agent_container.replacement.protection import Protection
from agent_container.replacement.watch import ASK_S, RENEW_S, WARM_UP_S, Watch
from tests.unit.agent_container.replacement.ecs_agent import EcsAgent, error

pytestmark = pytest.mark.unit

MINUTE = 60.0
HOUR = 60 * MINUTE
IMPATIENT_S = 0.05
SOON_S = 5.0


class SaidDeployment(Deployment):
    def __init__(self) -> None:
        self.is_said: Standing | None = "current"
        """None: ECS does not say."""
        self.asked = 0

    def standing(self) -> Standing:
        self.asked += 1
        if self.is_said is None:
            raise EcsWouldNot("ThrottlingException")
        return self.is_said


@dataclass
class Task:
    ecs_agent: EcsAgent
    deployment: SaidDeployment = field(default_factory=SaidDeployment)
    now_s: float = 0.0
    talks: int = 0

    def __post_init__(self) -> None:
        self.bridge = Bridge("replacement")
        self.protection = Protection(self.ecs_agent.protection_uri)
        self.watch = Watch(self.protection, self.deployment, bridge=self.bridge, clock=lambda: self.now_s)

    async def look(self) -> None:
        await self.watch.look(self.talks)

    async def look_in_vain(self) -> None:
        """It is heard, and not answered."""
        patience_s, self.protection._patience_s = self.protection._patience_s, IMPATIENT_S
        self.ecs_agent.is_silent = True
        await self.look()
        assert self.ecs_agent.was_told.acquire(timeout=SOON_S)
        self.ecs_agent.is_silent, self.protection._patience_s = False, patience_s

    async def go_on(self, seconds: float) -> None:
        """In steps that are long for a worker, and short for a deployment."""
        until_s = self.now_s + seconds
        while self.now_s < until_s:
            self.now_s = min(self.now_s + ASK_S, until_s)
            await self.look()

    @property
    def told(self) -> list[object]:
        """Whether it is to be protected, for each time that ECS was told."""
        return [wish["ProtectionEnabled"] for wish in self.ecs_agent.wishes]


@pytest.fixture
def task(ecs_agent: EcsAgent) -> Iterator[Task]:
    task = Task(ecs_agent)
    yield task
    task.bridge.close()


async def test_who_holds_no_talk_tells_and_asks_nothing(task: Task) -> None:
    await task.go_on(HOUR)

    assert task.told == [] and task.deployment.asked == 0


async def test_the_first_talk_protects_and_the_next_ones_change_nothing(task: Task) -> None:
    for task.talks in (1, 2, 1):
        await task.look()

    assert task.told == [True]


async def test_after_the_last_talk_protection_is_given_back(task: Task) -> None:
    for task.talks in (1, 2, 0, 0):
        await task.look()

    assert task.told == [True, False]


async def test_a_talk_after_an_idle_time_is_protected_anew(task: Task) -> None:
    for task.talks in (1, 0, 1):
        await task.look()

    assert task.told == [True, False, True]


async def test_while_ecs_fails_it_is_asked_again_and_ever_more_seldom(task: Task) -> None:
    task.ecs_agent.answers = [error(500, "ServerException")] * 3
    task.talks = 1

    asked_at = []
    for task.now_s in range(12):
        before = len(task.told)
        await task.look()
        asked_at += [task.now_s] * (len(task.told) - before)

    assert asked_at == [0, 1, 3, 7]  # waits of 1, 2 and 4 s, then it is granted


async def test_an_hour_of_failures_is_asked_once_in_a_minute(task: Task) -> None:
    task.ecs_agent.answers = [error(500, "ServerException")] * 100
    task.talks = 1

    await task.go_on(HOUR)

    assert 60 <= len(task.told) <= 66


async def test_one_that_hangs_is_left_and_asked_again(task: Task) -> None:
    task.talks = 1
    await task.look_in_vain()

    await task.go_on(ASK_S)

    assert task.told == [True, True]


async def test_what_may_have_been_heard_is_taken_back(task: Task) -> None:
    """Else a task whose answer was lost would stand in a deployment's way for an hour."""
    task.talks = 1
    await task.look_in_vain()

    task.talks = 0
    await task.go_on(ASK_S)

    assert task.told == [True, False]


async def test_a_failure_is_logged_by_its_code_alone(task: Task, caplog: pytest.LogCaptureFixture) -> None:
    task.ecs_agent.answers = [error(400, "AccessDeniedException")]
    task.talks = 1

    with caplog.at_level(logging.WARNING):
        await task.look()

    (line,) = caplog.records
    assert line.getMessage() == "ECS did not answer as wanted"
    assert (line.__dict__["asked"], line.__dict__["code"]) == ("protection", "AccessDeniedException")


async def test_the_same_deployment_goes_on_taking_talks_and_stays_protected(task: Task) -> None:
    task.talks = 1

    await task.go_on(3 * HOUR)

    assert not task.watch.is_replaced
    assert set(task.told) == {True} and len(task.told) == pytest.approx(3 * HOUR / RENEW_S, abs=1)


async def test_protection_is_renewed_before_it_ends(task: Task) -> None:
    task.talks = 1
    await task.look()

    await task.go_on(RENEW_S + 2 * ASK_S)

    assert task.told == [True, True] and task.now_s < HOUR / 2


async def test_a_newer_deployment_takes_the_talks_once_it_is_warm(task: Task) -> None:
    task.talks = 1
    await task.go_on(MINUTE)

    task.deployment.is_said = "replaced"
    await task.go_on(WARM_UP_S)
    assert not task.watch.is_replaced

    await task.go_on(ASK_S)
    assert task.watch.is_replaced


async def test_one_that_does_not_stand_yet_leaves_the_talks_here(task: Task) -> None:
    task.talks, task.deployment.is_said = 1, "followed"

    await task.go_on(HOUR)

    assert not task.watch.is_replaced


async def test_tasks_that_run_and_fall_over_have_to_warm_up_anew(task: Task) -> None:
    task.talks = 1
    for task.deployment.is_said in ("replaced", "followed", "replaced"):
        await task.go_on(WARM_UP_S)

    assert not task.watch.is_replaced


async def test_who_was_replaced_is_protected_for_one_more_hour_and_no_longer(task: Task) -> None:
    task.talks, task.deployment.is_said = 1, "replaced"
    await task.go_on(WARM_UP_S + 2 * ASK_S)
    assert task.watch.is_replaced and task.told == [True, True]

    await task.go_on(3 * HOUR)

    assert task.told == [True, True]


async def test_a_last_hour_that_ecs_refuses_is_asked_for_again(task: Task) -> None:
    task.talks, task.deployment.is_said = 1, "replaced"
    await task.go_on(WARM_UP_S)
    task.ecs_agent.answers = [error(500, "ServerException")]

    await task.go_on(4 * ASK_S)

    assert task.watch.is_replaced and task.told == [True, True, True]


async def test_after_its_last_talk_who_was_replaced_may_be_stopped_and_still_takes_none(task: Task) -> None:
    task.talks, task.deployment.is_said = 1, "replaced"
    await task.go_on(WARM_UP_S + 2 * ASK_S)

    task.talks = 0
    await task.go_on(MINUTE)

    assert task.told == [True, True, False] and task.watch.is_replaced


@pytest.mark.parametrize("talks", [0, 1])
async def test_a_deployment_that_is_taken_back_gives_the_talks_back(task: Task, talks: int) -> None:
    task.talks, task.deployment.is_said = 1, "replaced"
    await task.go_on(WARM_UP_S + 2 * ASK_S)

    task.talks, task.deployment.is_said = talks, "current"
    await task.go_on(ASK_S)

    assert not task.watch.is_replaced


async def test_while_ecs_does_not_say_how_it_stands_protection_ends_with_its_hour(task: Task) -> None:
    """Else a task that may not ask would stand in a deployment's way for ever."""
    task.talks, task.deployment.is_said = 1, None

    await task.go_on(3 * HOUR)

    assert task.told == [True] and not task.watch.is_replaced


async def test_who_was_replaced_stays_so_while_ecs_does_not_say(task: Task) -> None:
    task.talks, task.deployment.is_said = 1, "replaced"
    await task.go_on(WARM_UP_S + 2 * ASK_S)

    task.deployment.is_said = None
    await task.go_on(HOUR)

    assert task.watch.is_replaced


async def test_ecs_is_asked_how_it_stands_twice_in_a_minute(task: Task) -> None:
    task.talks = 1

    for _ in range(600):
        task.now_s += 1
        await task.look()

    assert task.deployment.asked == 20


async def test_without_metadata_a_talk_is_protected_and_nothing_asked(ecs_agent: EcsAgent) -> None:
    bridge = Bridge("replacement")
    watch = Watch(Protection(ecs_agent.protection_uri), None, bridge=bridge)

    for talks in (1, 0):
        await watch.look(talks)

    bridge.close()
    assert [wish["ProtectionEnabled"] for wish in ecs_agent.wishes] == [True, False] and not watch.is_replaced
