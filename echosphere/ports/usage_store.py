from typing import Protocol

from echosphere.domain.usage import JobUsage


class UsageStore(Protocol):
    """What talks used; that of a deleted session is gone with it. Every method raises StoreUnavailable."""

    def put(self, usage: JobUsage) -> None:
        """In the place of what the same job had used before. Raises SessionNotFound."""
        ...

    def list_by_session(self, session_id: str) -> list[JobUsage]:
        """One for each job of the agent."""
        ...
