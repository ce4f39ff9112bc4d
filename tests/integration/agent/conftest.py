from collections.abc import AsyncIterator

import pytest_asyncio

from tests.integration.agent.place import Place, a_place


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def place() -> AsyncIterator[Place]:
    """One server and one agent for all: starting them takes longer than most talks."""
    async with a_place() as place:
        yield place
