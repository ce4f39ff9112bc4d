import copy
from collections.abc import Iterator
from typing import Any

import pytest
from ministack.services import dynamodb

from local.ministack.patches import transactions_sent_again

pytestmark = pytest.mark.unit

STOCK = dynamodb._transact_write_items
TABLE = "transactions-sent-again"
OK, REFUSED = 200, 400


@pytest.fixture(autouse=True)
def table() -> Iterator[None]:
    key = {"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "PK", "AttributeType": "S"}
    dynamodb._create_table(
        {
            "TableName": TABLE,
            "KeySchema": [key[0]],
            "AttributeDefinitions": [key[1]],
            "BillingMode": "PAY_PER_REQUEST",
        }
    )
    yield
    dynamodb._transact_write_items = STOCK
    dynamodb._delete_table({"TableName": TABLE})


def sent(token: str, seconds: str) -> int:
    item = {"PK": {"S": "talk"}, "seconds": {"N": seconds}}
    asked: dict[str, Any] = {
        "ClientRequestToken": token,
        "TransactItems": [{"Put": {"TableName": TABLE, "Item": item}}],
    }
    status: int = dynamodb._transact_write_items(copy.deepcopy(asked))[0]
    return status


def test_stock_ministack_refuses_it() -> None:
    assert [sent("stock", "30.0"), sent("stock", "30.0")] == [OK, REFUSED]


def test_it_is_answered_as_the_first_time() -> None:
    transactions_sent_again.apply()

    assert [sent("again", "30.0"), sent("again", "30.0"), sent("again", "30.0")] == [OK, OK, OK]


def test_another_one_with_the_same_token_is_refused() -> None:
    transactions_sent_again.apply()

    assert [sent("other", "30.0"), sent("other", "31.0")] == [OK, REFUSED]
