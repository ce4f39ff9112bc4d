"""What CloudFront is known by, which is changed while people ask."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest
from botocore.exceptions import ClientError

from echosphere.adapters import edge_secret
from echosphere.adapters.edge_secret import KEPT_FOR_S, EdgeSecret
from echosphere.domain.errors import EdgeUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

pytestmark = pytest.mark.unit


@dataclass
class Vault:
    """Secrets Manager, in which the secret is another one each time it is read, and the clock beside it."""

    reads: int = 0
    now_s: float = 1000.0
    silent: bool = False

    def get_secret_value(self, SecretId: str) -> dict[str, str]:  # noqa: N803  # AWS's name
        if self.silent:
            raise ClientError({"Error": {"Code": "InternalServiceError"}}, "GetSecretValue")
        self.reads += 1
        return {"SecretString": f"{SecretId} {self.reads}"}


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Vault:
    vault = Vault()
    monkeypatch.setattr(edge_secret, "monotonic", lambda: vault.now_s)
    return vault


@pytest.fixture
def secret(vault: Vault) -> EdgeSecret:
    return EdgeSecret(cast("SecretsManagerClient", vault), "arn")


def test_it_is_read_once_and_again_after_a_while(vault: Vault, secret: EdgeSecret) -> None:
    assert [secret.read(), secret.read()] == ["arn 1", "arn 1"]

    vault.now_s += KEPT_FOR_S + 1

    assert secret.read() == "arn 2"


def test_a_service_that_does_not_answer_is_said_so_and_asked_again(vault: Vault, secret: EdgeSecret) -> None:
    vault.silent = True
    with pytest.raises(EdgeUnavailable):
        secret.read()
    vault.silent = False

    assert secret.read() == "arn 1"
