"""How it stands with the judging of a talk, for its own people."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from echosphere.domain.evaluation import Evaluation, EvaluationFailure, EvaluationStatus, JudgeIdentity
from echosphere.domain.session import Session, SessionStatus
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.ask_for_evaluation import JUDGED_WITHIN
from echosphere.services.read_session import read_session


class ReportStatus(StrEnum):
    """`not_judged`: nobody has judged it, and nobody is about to; one may ask for it."""

    PENDING = "pending"
    JUDGED = "judged"
    NOTHING_TO_JUDGE = "nothing_to_judge"
    FAILED = "failed"
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """`evaluation` is what is known, if anything is."""

    status: ReportStatus
    evaluation: Evaluation | None = None

    @property
    def failure(self) -> EvaluationFailure | None:
        """Also of a judge that never answered."""
        if self.status is not ReportStatus.FAILED:
            return None
        return (self.evaluation and self.evaluation.failure) or EvaluationFailure.JUDGE_UNAVAILABLE


def read_evaluation(ports: Ports, member: Member, judge: JudgeIdentity, session_id: str) -> EvaluationReport:
    """Of today's judge or, while that has said nothing, of the one that spoke last. Raises SessionNotFound."""
    session, now = read_session(ports, member, session_id), ports.clock.now()
    said = ports.evaluations.list_by_session(session.id)
    evaluation = next((each for each in said if each.judge == judge), said[0] if said else None)
    if evaluation is None:
        return EvaluationReport(status=_unsaid(session, now))
    return EvaluationReport(status=_status_of(evaluation, now), evaluation=evaluation)


def _unsaid(session: Session, now: datetime) -> ReportStatus:
    """A talk that ended is judged unasked; one that failed is not."""
    if not session.is_over:
        return ReportStatus.PENDING
    is_fresh = session.ended_at is not None and now < session.ended_at + JUDGED_WITHIN
    is_judged_unasked = session.status is SessionStatus.ENDED
    return ReportStatus.PENDING if is_fresh and is_judged_unasked else ReportStatus.NOT_JUDGED


def _status_of(evaluation: Evaluation, now: datetime) -> ReportStatus:
    if evaluation.status is EvaluationStatus.PENDING and now >= evaluation.changed_at + JUDGED_WITHIN:
        return ReportStatus.FAILED
    return ReportStatus(evaluation.status.value)
