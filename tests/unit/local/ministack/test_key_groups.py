import pytest
from ministack.services import cloudfront

from local.ministack.patches import key_groups
from local.ministack.resource_handlers import HANDLERS

pytestmark = pytest.mark.unit

PUBLIC_KEY, KEY_GROUP = "AWS::CloudFront::PublicKey", "AWS::CloudFront::KeyGroup"
CONFIG = {"Name": "signer", "CallerReference": "once", "EncodedKey": "-----BEGIN PUBLIC KEY-----"}


def test_stock_ministack_knows_neither_keys_nor_groups_in_a_template() -> None:
    assert not {PUBLIC_KEY, KEY_GROUP} & HANDLERS.keys()


def test_cloudfronts_api_answers_the_key_and_the_group_of_a_template() -> None:
    key_groups.apply()

    key_id, _ = HANDLERS[PUBLIC_KEY]["create"]("Key", {"PublicKeyConfig": CONFIG}, "stack")
    group_id, _ = HANDLERS[KEY_GROUP]["create"]("Group", {"KeyGroupConfig": {"Name": "g", "Items": [key_id]}}, "stack")

    assert CONFIG["EncodedKey"].encode() in cloudfront._get_public_key(key_id)[2]
    assert key_id.encode() in cloudfront._get_key_group(group_id)[2]


def test_a_deleted_key_is_gone() -> None:
    key_groups.apply()
    key_id, _ = HANDLERS[PUBLIC_KEY]["create"]("Key", {"PublicKeyConfig": CONFIG}, "stack")

    HANDLERS[PUBLIC_KEY]["delete"](key_id, {})

    assert cloudfront._get_public_key(key_id)[0] == 404


def test_a_group_stays_itself_while_its_keys_change() -> None:
    key_groups.apply()
    group_id, _ = HANDLERS[KEY_GROUP]["create"]("Group", group_of("K1"), "stack")

    same_id, _ = HANDLERS[KEY_GROUP]["update"](group_id, group_of("K1"), group_of("K2", "K1"), "stack")

    answer = cloudfront._get_key_group(group_id)[2]
    assert same_id == group_id and b"K2" in answer and b"K1" in answer


def group_of(*keys: str) -> dict[str, object]:
    return {"KeyGroupConfig": {"Name": "g", "Items": [*keys]}}
