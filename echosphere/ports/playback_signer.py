from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from echosphere.domain.playback import Access


class PlaybackSigner(Protocol):
    """Lets people read a session's files where they are served. Each method raises SignerUnavailable."""

    def sign(self, session_id: str, *, until: datetime) -> Access:
        """For everything below the session's folder. `until` counts in whole seconds."""
        ...

    def allows(self, session_id: str, parameters: Mapping[str, str], *, at: datetime) -> bool:
        """Whether `parameters` are those of an access to this session that has not ended."""
        ...
