from dataclasses import dataclass, field
from threading import Lock

from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.errors import WriteConflict
from echosphere.domain.evaluation import Evaluation, JudgeIdentity
from echosphere.domain.events import Event


@dataclass(frozen=True)
class MemoryEvaluationStore:
    """It lies in the same table as the sessions: a deleted one takes its evaluations with it."""

    sessions: MemorySessionStore
    outbox: MemoryOutbox
    _evaluations: dict[tuple[str, str], Evaluation] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.sessions.forget_with_a_session(self._evaluations)

    def find(self, session_id: str, judge: JudgeIdentity) -> Evaluation | None:
        return self._evaluations.get((session_id, judge.key))

    def list_by_session(self, session_id: str) -> list[Evaluation]:
        mine = [each for each in self._evaluations.values() if each.session_id == session_id]
        return sorted(mine, key=lambda evaluation: evaluation.changed_at, reverse=True)

    def save(self, evaluation: Evaluation, *, was: Evaluation | None, event: Event | None = None) -> None:
        with self._lock:
            self.sessions.get(evaluation.session_id)
            stored = self.find(evaluation.session_id, evaluation.judge)
            if (stored and stored.revision) != (was and was.revision):
                raise WriteConflict
            self._evaluations[evaluation.session_id, evaluation.judge.key] = evaluation
            if event:
                self.outbox.add(event)
