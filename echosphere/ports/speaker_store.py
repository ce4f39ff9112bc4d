from datetime import datetime
from typing import Protocol

from echosphere.domain.speaker import Speaker


class SpeakerStore(Protocol):
    """The guests of sessions; those of a deleted session are gone with it. Every method raises StoreUnavailable."""

    def create(self, speaker: Speaker) -> None: ...

    def remove(self, session_id: str, identity: str, *, at: datetime) -> None:
        """Notes when they were sent out. Who is not there is no error."""
        ...

    def list_by_session(self, session_id: str) -> list[Speaker]:
        """Who came first is first."""
        ...
