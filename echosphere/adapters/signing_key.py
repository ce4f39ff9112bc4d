"""The key that playback is signed with: RSA with 2048 bits, what CloudFront takes, in a secret of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from echosphere.domain.errors import SignerUnavailable

if TYPE_CHECKING:
    from mypy_boto3_secretsmanager import SecretsManagerClient

FIELD = "private_key"
BITS, EXPONENT = 2048, 65537


class SigningKeySecret:
    """The stack makes the secret with a random text in it, which stays until the key is made."""

    def __init__(self, client: SecretsManagerClient, secret_arn: str) -> None:
        self._client = client
        self._secret_arn = secret_arn

    def make_once(self) -> rsa.RSAPrivateKey:
        """The key that is there, else a new one: what was signed, and CloudFront's half, stay good."""
        text = self._client.get_secret_value(SecretId=self._secret_arn)["SecretString"]
        if _holds_a_key(text):
            return _from_text(text)
        key = rsa.generate_private_key(public_exponent=EXPONENT, key_size=BITS)
        self._client.put_secret_value(SecretId=self._secret_arn, SecretString=_to_text(key))
        return key

    def read(self) -> rsa.RSAPrivateKey:
        """Raises SignerUnavailable."""
        try:
            return _from_text(self._client.get_secret_value(SecretId=self._secret_arn)["SecretString"])
        except (BotoCoreError, ClientError) as error:
            raise SignerUnavailable from error


def public_half(key: rsa.RSAPrivateKey) -> str:
    """PEM, as CloudFront wants it."""
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


def _holds_a_key(text: str) -> bool:
    try:
        return FIELD in json.loads(text)
    except (ValueError, TypeError):
        return False


def _from_text(text: str) -> rsa.RSAPrivateKey:
    key = serialization.load_pem_private_key(json.loads(text)[FIELD].encode(), password=None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return key


def _to_text(key: rsa.RSAPrivateKey) -> str:
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return json.dumps({FIELD: pem.decode()})
