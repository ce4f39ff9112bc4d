import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import uuid4

from echosphere.domain.playback import Access


@dataclass(frozen=True)
class MemoryPlaybackSigner:
    """Its key is its own: what one has signed, another does not know."""

    key: bytes = field(default_factory=lambda: uuid4().bytes)

    def sign(self, session_id: str, *, until: datetime) -> Access:
        end = str(int(until.timestamp()))
        parameters = (("Policy", end), ("Signature", self._signature(session_id, end)), ("Key-Pair-Id", "memory"))
        return Access(parameters=parameters, expires_at=datetime.fromtimestamp(int(end), UTC))

    def allows(self, session_id: str, parameters: Mapping[str, str], *, at: datetime) -> bool:
        end = parameters.get("Policy", "")
        if parameters.get("Signature") != self._signature(session_id, end) or "Key-Pair-Id" not in parameters:
            return False
        return at.timestamp() < int(end)

    def _signature(self, session_id: str, end: str) -> str:
        return hmac.new(self.key, f"{session_id} {end}".encode(), hashlib.sha256).hexdigest()
