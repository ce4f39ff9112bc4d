"""The real twins run on the AWS emulator."""

import pytest

from echosphere.adapters.dynamodb.items import SessionItem, open_table


@pytest.fixture(scope="session")
def table(aws: str) -> str:
    name = "echosphere-contract"
    open_table(name)
    SessionItem.create_table(wait=True, billing_mode="PAY_PER_REQUEST")
    return name
