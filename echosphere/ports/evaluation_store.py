from typing import Protocol

from echosphere.domain.evaluation import Evaluation, JudgeIdentity
from echosphere.domain.events import Event


class EvaluationStore(Protocol):
    """What judges said of sessions; it is gone with its session. Every method raises StoreUnavailable."""

    def find(self, session_id: str, judge: JudgeIdentity) -> Evaluation | None:
        """Strongly consistent."""
        ...

    def list_by_session(self, session_id: str) -> list[Evaluation]:
        """One for each judge, the one that changed last first."""
        ...

    def save(self, evaluation: Evaluation, *, was: Evaluation | None, event: Event | None = None) -> None:
        """Stores it, and its event in the same transaction.

        Raises WriteConflict unless what is stored is still `was` (None: nothing), SessionNotFound when the session is
        gone: nothing is kept of it that outlives it.
        """
        ...
