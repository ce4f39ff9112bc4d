from typing import Any, cast

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from echosphere.adapters.signing_key import SigningKeySecret, public_half
from echosphere.domain.errors import SignerUnavailable

pytestmark = pytest.mark.unit


class MemorySecrets:
    """Secrets Manager with one secret in it, which a stack has just made."""

    def __init__(self) -> None:
        self.text = "<random?text>"
        self.failure: Exception | None = None

    def get_secret_value(self, *, SecretId: str) -> dict[str, str]:  # noqa: N803  # boto3's names
        if self.failure:
            raise self.failure
        return {"SecretString": self.text}

    def put_secret_value(self, *, SecretId: str, SecretString: str) -> None:  # noqa: N803  # boto3's names
        self.text = SecretString


def secret_of(client: MemorySecrets) -> SigningKeySecret:
    return SigningKeySecret(cast("Any", client), "arn")


def test_a_key_is_made_once_and_never_replaced() -> None:
    client = MemorySecrets()
    first = secret_of(client).make_once()
    kept = client.text

    assert public_half(secret_of(client).make_once()) == public_half(first)
    assert public_half(secret_of(client).read()) == public_half(first)
    assert client.text == kept


@pytest.mark.parametrize("text", ["", "7", '"private_key"x', "{}", "[]", "null"])
def test_a_random_text_is_not_taken_for_a_key(text: str) -> None:
    client = MemorySecrets()
    client.text = text

    assert secret_of(client).make_once().key_size == 2048


def test_the_public_half_is_what_cloudfront_takes() -> None:
    pem = public_half(secret_of(MemorySecrets()).make_once())

    assert pem.startswith("-----BEGIN PUBLIC KEY-----\n") and pem.endswith("-----END PUBLIC KEY-----\n")
    assert "PRIVATE" not in pem


@pytest.mark.parametrize(
    "failure",
    [
        EndpointConnectionError(endpoint_url="https://secrets.test"),
        ClientError({"Error": {"Code": "ThrottlingException"}}, "GetSecretValue"),
    ],
)
def test_secrets_manager_out_of_reach_is_said_in_our_words(failure: Exception) -> None:
    client = MemorySecrets()
    client.failure = failure

    with pytest.raises(SignerUnavailable):
        secret_of(client).read()
