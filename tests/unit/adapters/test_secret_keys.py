"""LiveKit's keys, which are remembered until they are refused."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest

from echosphere.adapters import secret_keys
from echosphere.adapters.secret_keys import ASKED_AGAIN_AFTER_S, KEPT_FOR_S, SecretKeys

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

pytestmark = pytest.mark.unit


@dataclass
class Vault:
    """Secrets Manager, in which the key is another one each time it is read, and the clock beside it."""

    reads: int = 0
    now_s: float = 1000.0

    def get_secret_value(self, SecretId: str) -> dict[str, str]:  # noqa: N803  # AWS's name
        self.reads += 1
        return {"SecretString": json.dumps({"api_key": f"key-{self.reads}", "api_secret": "secret"})}


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Vault:
    vault = Vault()
    monkeypatch.setattr(secret_keys, "monotonic", lambda: vault.now_s)
    return vault


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
