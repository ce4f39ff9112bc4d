import pytest
from ministack.services import secretsmanager

from local.ministack.patches import secret_ref_is_arn
from local.ministack.resource_handlers import HANDLERS

pytestmark = pytest.mark.unit

PROPERTIES = {"Name": "livekit-keys", "SecretString": "first"}


def create(stack: str = "stack") -> str:
    physical_id, _attributes = HANDLERS[secret_ref_is_arn.TYPE]["create"]("Keys", PROPERTIES, stack)
    return str(physical_id)


def test_stock_ministack_answers_a_secrets_name() -> None:
    assert create() == "livekit-keys"


def test_a_reference_to_a_secret_is_its_arn() -> None:
    secret_ref_is_arn.apply()

    assert create().startswith("arn:aws:secretsmanager:")


def test_a_secret_known_by_its_arn_can_be_changed_and_deleted() -> None:
    secret_ref_is_arn.apply()
    arn = create()
    handlers = HANDLERS[secret_ref_is_arn.TYPE]

    changed, _attributes = handlers["update"](
        arn, PROPERTIES, {**PROPERTIES, "SecretString": "second"}, "stack", "Keys"
    )
    stored = [version["SecretString"] for version in secretsmanager._secrets["livekit-keys"]["Versions"].values()]
    handlers["delete"](arn, PROPERTIES)

    assert changed == arn
    assert "second" in stored
    assert "livekit-keys" not in secretsmanager._secrets
