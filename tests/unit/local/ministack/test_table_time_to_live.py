import json

import pytest
from ministack.services import dynamodb

from local.ministack.patches import table_time_to_live
from local.ministack.resource_handlers import HANDLERS

pytestmark = pytest.mark.unit

PROPERTIES = {
    "KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}],
    "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}],
    "BillingMode": "PAY_PER_REQUEST",
    "TimeToLiveSpecification": {"AttributeName": "expires_at", "Enabled": True},
}
TYPES = pytest.mark.parametrize("resource_type", table_time_to_live.TYPES)


def time_to_live(resource_type: str, stack: str) -> dict[str, str]:
    name, _attributes = HANDLERS[resource_type]["create"]("Records", PROPERTIES, stack)
    described: dict[str, dict[str, str]] = json.loads(dynamodb._describe_ttl({"TableName": name})[2])
    return described["TimeToLiveDescription"]


@TYPES
def test_stock_ministack_lets_nothing_expire(resource_type: str) -> None:
    assert time_to_live(resource_type, "stock")["TimeToLiveStatus"] == "DISABLED"


@TYPES
def test_items_expire_by_the_attribute_of_the_template(resource_type: str) -> None:
    table_time_to_live.apply()

    expected = {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
    assert time_to_live(resource_type, "patched") == expected
