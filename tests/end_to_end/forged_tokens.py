"""Access tokens that are nearly right: a person's own, of which one thing was changed.

The local pool's key is a file beside its state, so that what is refused is refused for what was changed alone: the
same claims signed again with it are accepted.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

HOUR_S = 3600
type Claims = Mapping[str, Any]


@dataclass(frozen=True)
class Forger:
    token: str
    pool_key: str
    """PEM."""

    @classmethod
    def of(cls, token: str, cloud_state: Path) -> "Forger":
        pool = _claims_of(token)["iss"].rpartition("/")[2]
        (key,) = cloud_state.rglob(f"{pool}-access.pem")
        return cls(token, key.read_text())

    def as_it_was(self) -> str:
        return self.signed(self._claims)

    def forged(self) -> dict[str, str | None]:
        now = int(time.time())
        stranger = rsa.generate_private_key(public_exponent=65_537, key_size=2048)
        issuer, _, pool = str(self._claims["iss"]).rpartition("/")
        return {
            "no token": None,
            "rubbish": "a.b.c",
            "cut off": self.token.rpartition(".")[0],
            "expired": self.signed({**self._claims, "iat": now - 2 * HOUR_S, "exp": now - HOUR_S}),
            "of another pool": self.signed({**self._claims, "iss": f"{issuer}/{pool[:-1]}_"}),
            "of another app": self.signed({**self._claims, "client_id": "another"}),
            "an ID token": self.signed({**self._claims, "token_use": "id", "aud": self._claims["client_id"]}),
            "signed by a stranger": self._signed(self._claims, _pem(stranger), "RS256"),
            "signed with the public key": self._signed_by_hand(self._public_pem()),
            "not signed": jwt.encode(dict(self._claims), "", algorithm="none", headers=self._headers),
        }

    def signed(self, claims: Claims) -> str:
        return self._signed(claims, self.pool_key, "RS256")

    def _signed(self, claims: Claims, key: str, algorithm: str) -> str:
        return jwt.encode(dict(claims), key, algorithm=algorithm, headers=self._headers)

    def _signed_by_hand(self, secret: bytes) -> str:
        """HS256 with what everybody may read: the library refuses to do it."""
        unsigned = jwt.encode(dict(self._claims), "x" * 64, algorithm="HS256", headers=self._headers).rpartition(".")[0]
        algorithm = jwt.get_algorithm_by_name("HS256")
        return f"{unsigned}.{jwt.utils.base64url_encode(algorithm.sign(unsigned.encode(), secret)).decode()}"

    def _public_pem(self) -> bytes:
        key = serialization.load_pem_private_key(self.pool_key.encode(), password=None)
        return key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )

    @property
    def _claims(self) -> Claims:
        return _claims_of(self.token)

    @property
    def _headers(self) -> dict[str, str]:
        return {"kid": jwt.get_unverified_header(self.token)["kid"]}


def _claims_of(token: str) -> Claims:
    claims: Claims = jwt.decode(token, options={"verify_signature": False})
    return claims


def _pem(key: rsa.RSAPrivateKey) -> str:
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return key.private_bytes(*form).decode()
