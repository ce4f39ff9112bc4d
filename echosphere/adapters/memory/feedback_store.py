from dataclasses import dataclass, field

from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.feedback import Feedback


@dataclass(frozen=True)
class MemoryFeedbackStore:
    sessions: MemorySessionStore
    _said: dict[tuple[str, str], Feedback] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._said)

    def put(self, feedback: Feedback) -> None:
        self._said[self.sessions.get(feedback.session_id).id, feedback.person_id] = feedback

    def delete(self, session_id: str, person_id: str) -> None:
        self._said.pop((session_id, person_id), None)

    def list_by_session(self, session_id: str) -> list[Feedback]:
        of_it = [each for each in self._said.values() if each.session_id == session_id]
        return sorted(of_it, key=lambda each: each.changed_at, reverse=True)

    def list_by_person(self, person_id: str) -> list[Feedback]:
        return [each for each in self._said.values() if each.person_id == person_id]
