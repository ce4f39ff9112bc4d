"""Signs for CloudFront: a custom policy over a session's folder, in cookies or in the query of an address.

See "Set signed cookies using a custom policy" in CloudFront's guide.
"""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from echosphere.domain.playback import Access
from echosphere.domain.recording import session_media_prefix

KEPT_FOR_S = 300.0  # a key that was put in the place of another is used after five minutes at the latest
PADDING, HASH = padding.PKCS1v15(), hashes.SHA1()  # noqa: S303  # CloudFront knows no other hash
# CloudFront's base64: these three mean something else in an address.
TO_ADDRESS, FROM_ADDRESS = str.maketrans("+=/", "-_~"), str.maketrans("-_~", "+=/")


@dataclass
class CloudFrontSigner:
    """`origin` is the address at which viewers know the distribution, `key_id` what CloudFront calls the key."""

    origin: str
    key_id: str
    read_key: Callable[[], rsa.RSAPrivateKey]
    clock_s: Callable[[], float] = monotonic
    _key: rsa.RSAPrivateKey | None = field(default=None, repr=False)
    _read_at_s: float = 0.0

    def sign(self, session_id: str, *, until: datetime) -> Access:
        end_s = int(until.timestamp())
        policy = self._policy(session_id, end_s)
        signature = self._current_key().sign(policy, PADDING, HASH)
        parameters = (("Policy", _encode(policy)), ("Signature", _encode(signature)), ("Key-Pair-Id", self.key_id))
        return Access(parameters=parameters, expires_at=datetime.fromtimestamp(end_s, UTC))

    def allows(self, session_id: str, parameters: Mapping[str, str], *, at: datetime) -> bool:
        """Only of a policy that this signer would have written: one that says more or less opens nothing."""
        if parameters.get("Key-Pair-Id") != self.key_id:
            return False
        try:
            policy, signature = _decode(parameters["Policy"]), _decode(parameters["Signature"])
            end_s = _end_s(policy)
            self._current_key().public_key().verify(signature, policy, PADDING, HASH)
        except (LookupError, TypeError, ValueError, InvalidSignature):
            return False
        return policy == self._policy(session_id, end_s) and at.timestamp() < end_s

    def _policy(self, session_id: str, end_s: int) -> bytes:
        """Without any space, as CloudFront asks for."""
        resource = f"{self.origin}/{session_media_prefix(session_id)}*"
        condition = {"DateLessThan": {"AWS:EpochTime": end_s}}
        return json.dumps(
            {"Statement": [{"Resource": resource, "Condition": condition}]}, separators=(",", ":")
        ).encode()

    def _current_key(self) -> rsa.RSAPrivateKey:
        if self._key is None or self.clock_s() - self._read_at_s > KEPT_FOR_S:
            self._key, self._read_at_s = self.read_key(), self.clock_s()
        return self._key


def _encode(raw: bytes) -> str:
    return base64.b64encode(raw).decode().translate(TO_ADDRESS)


def _decode(text: str) -> bytes:
    """Raises ValueError."""
    try:
        return base64.b64decode(text.translate(FROM_ADDRESS), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error


def _end_s(policy: bytes) -> int:
    """Raises LookupError, TypeError or ValueError for what is no policy."""
    (statement,) = json.loads(policy)["Statement"]
    return int(statement["Condition"]["DateLessThan"]["AWS:EpochTime"])
