from collections.abc import Iterator

import pytest

from tests.unit.agent_container.replacement.ecs_agent import EcsAgent, running_ecs_agent


@pytest.fixture
def ecs_agent() -> Iterator[EcsAgent]:
    with running_ecs_agent() as agent:
        yield agent
