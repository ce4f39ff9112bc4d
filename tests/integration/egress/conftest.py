from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from tests.contract.conftest import aws
from tests.integration.egress.house import House, a_house

__all__ = ["aws"]


@pytest_asyncio.fixture
async def house(tmp_path: Path, aws: str) -> AsyncIterator[House]:
    async with a_house(tmp_path / "home", aws) as house:
        yield house
