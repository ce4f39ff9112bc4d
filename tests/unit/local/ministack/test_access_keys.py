import pytest
from ministack.services import iam

from local.ministack.patches import access_keys
from local.ministack.resource_handlers import HANDLERS

pytestmark = pytest.mark.unit
ACCESS_KEY = "AWS::IAM::AccessKey"


def test_stock_ministack_knows_no_access_key_in_a_template() -> None:
    assert ACCESS_KEY not in HANDLERS


def test_iams_api_knows_the_key_of_a_template_until_it_is_deleted() -> None:
    access_keys.apply()

    key_id, attributes = HANDLERS[ACCESS_KEY]["create"]("Key", {"UserName": "default"}, "stack")

    assert iam._access_keys[key_id]["SecretAccessKey"] == attributes["SecretAccessKey"]
    HANDLERS[ACCESS_KEY]["delete"](key_id, {})
    assert key_id not in iam._access_keys
