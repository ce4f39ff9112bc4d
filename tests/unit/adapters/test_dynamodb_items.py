from collections.abc import Iterator

import pytest

from echosphere.adapters.dynamodb.items import MessageItem, OutboxItem, RateItem, SessionItem, TableMeta, open_table

pytestmark = pytest.mark.unit


@pytest.fixture(autouse=True)
def same_table_afterwards() -> Iterator[None]:
    before = TableMeta.table_name
    yield
    open_table(before or "none")


def test_all_models_share_one_client() -> None:
    open_table("talks")

    assert len({id(each._get_connection()) for each in (SessionItem, MessageItem, OutboxItem, RateItem)}) == 1


def test_another_table_has_another_client() -> None:
    open_table("talks")
    first = RateItem._get_connection()

    open_table("other-talks")

    assert RateItem._get_connection().table_name == SessionItem._get_connection().table_name == "other-talks"
    assert RateItem._get_connection() is not first
