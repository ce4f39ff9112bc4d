"""A secret that is changed while people ask."""

from typing import TYPE_CHECKING, cast

import pytest

from echosphere.adapters.remembered_secret import KEPT_FOR_S, RememberedSecret
from echosphere.domain.errors import EdgeUnavailable
from tests.unit.adapters.vault import Vault

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

pytestmark = pytest.mark.unit


@pytest.fixture
def secret(vault: Vault) -> RememberedSecret:
    return RememberedSecret(cast("SecretsManagerClient", vault), "arn", unavailable=EdgeUnavailable)


def test_it_is_read_once_and_again_after_a_while(vault: Vault, secret: RememberedSecret) -> None:
    assert "key-1" in secret.read() and secret.read() == secret.read()

    vault.now_s += KEPT_FOR_S + 1

    assert "key-2" in secret.read()


def test_a_service_that_does_not_answer_is_said_so_and_asked_again(vault: Vault, secret: RememberedSecret) -> None:
    vault.silent = True
    with pytest.raises(EdgeUnavailable):
        secret.read()
    vault.silent = False

    assert "key-1" in secret.read()
