"""A talk that was held and is over, and a judge that says what a test wants."""

from dataclasses import dataclass, replace

from echosphere.adapters.memory.judge import MemoryJudge
from echosphere.domain.evaluation import Evaluation
from echosphere.domain.idempotency import IdempotencyKey
from echosphere.domain.identifiers import new_id
from echosphere.domain.message import Role
from echosphere.domain.session import EndReason, Session
from echosphere.ports import Ports
from echosphere.services.evaluate_session import evaluate_session
from tests.examples import RULES, a_message, a_session, a_verdict
from tests.unit.services.stage import Stage, set_stage


@dataclass(frozen=True)
class JudgingStage:
    stage: Stage
    judge: MemoryJudge

    @property
    def ports(self) -> Ports:
        return self.stage.ports

    def talk(self, *said: str, over: bool = True, **changes: object) -> Session:
        """A greeting, then by turns the person and the persona."""
        session = a_session(id=new_id(), **changes)
        key = IdempotencyKey(scope=session.person_id, value=new_id(), request="start")
        self.ports.sessions.create(session, key=key)
        for number, text in enumerate(("Hello!", *said)):
            role = Role.USER if number % 2 else Role.ASSISTANT
            second = float(number)
            message = a_message(session, text=text, role=role, started_s=second, ended_s=second + 0.5)
            self.ports.sessions.add_message(message)
        return self.end(session) if over else session

    def end(self, session: Session) -> Session:
        now = self.stage.clock.now()
        active = session.activate(at=now)
        over = active.end(at=now, reason=EndReason.HUNG_UP)
        self.ports.sessions._sessions[session.id] = replace(  # type: ignore[attr-defined]  # the store in memory
            over, message_count=self.ports.sessions.get(session.id).message_count
        )
        return over

    def evaluate(self, session: Session) -> Evaluation | None:
        return evaluate_session(self.ports, self.judge, session.id, uses=[])

    def stored(self, session: Session) -> Evaluation | None:
        return self.ports.evaluations.find(session.id, self.judge.identity)

    def told(self, kind: str) -> int:
        return self.stage.published().count(kind)


def set_judging_stage() -> JudgingStage:
    return JudgingStage(set_stage(), MemoryJudge(RULES, lambda _: a_verdict()))
