from typing import Protocol

from echosphere.domain.feedback import Feedback


class FeedbackStore(Protocol):
    """What people say of talks. Every method raises StoreUnavailable when it does not answer."""

    def put(self, feedback: Feedback) -> None:
        """In the place of what the person said of the talk before. Raises SessionNotFound."""
        ...

    def delete(self, session_id: str, person_id: str) -> None:
        """What was never said is deleted, too."""
        ...

    def list_by_session(self, session_id: str) -> list[Feedback]:
        """The newest first. Strongly consistent."""
        ...

    def list_by_person(self, person_id: str) -> list[Feedback]:
        """On whoever's talks. Strongly consistent."""
        ...
