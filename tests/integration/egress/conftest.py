from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.integration.egress.house import House, a_house


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def the_house(tmp_path_factory: pytest.TempPathFactory, aws: str) -> AsyncIterator[House]:
    """One server and one service for all: starting and stopping them takes longer than most recordings."""
    async with a_house(tmp_path_factory.mktemp("egress") / "home", aws) as house:
        yield house


@pytest_asyncio.fixture(loop_scope="package")
async def house(the_house: House) -> House:
    await the_house.begin_anew()
    return the_house
