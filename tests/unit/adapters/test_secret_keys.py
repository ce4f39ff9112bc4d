"""LiveKit's keys, which are remembered until they are refused."""

from typing import TYPE_CHECKING, cast

import pytest

from echosphere.adapters.remembered_secret import KEPT_FOR_S
from echosphere.adapters.secret_keys import ASKED_AGAIN_AFTER_S, SecretKeys
from tests.unit.adapters.vault import Vault

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

pytestmark = pytest.mark.unit


@pytest.fixture
def keys(vault: Vault) -> SecretKeys:
    return SecretKeys(cast("SecretsManagerClient", vault), "arn")


def test_they_are_read_once_and_again_after_a_while(vault: Vault, keys: SecretKeys) -> None:
    assert keys() == keys()

    vault.now_s += KEPT_FOR_S + 1

    assert keys().api_key == "key-2"


def test_what_was_refused_is_read_anew(vault: Vault, keys: SecretKeys) -> None:
    old = keys()
    vault.now_s += ASKED_AGAIN_AFTER_S + 1

    assert keys(refused=old).api_key == "key-2"
    assert keys(refused=old).api_key == "key-2", "they are not the ones that were refused"


def test_rubbish_on_a_public_route_does_not_have_the_secret_read_each_time(vault: Vault, keys: SecretKeys) -> None:
    for _ in range(100):
        keys(refused=keys())

    assert vault.reads == 1
