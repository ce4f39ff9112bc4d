"""A talk is to be judged again: a queue does it, as after the end of a talk."""

from datetime import timedelta

from echosphere.domain.errors import WriteConflict
from echosphere.domain.evaluation import Evaluation, EvaluationStatus, JudgeIdentity, new_evaluation
from echosphere.domain.events import EvaluationAsked
from echosphere.domain.session import Session
from echosphere.domain.workspace import Member
from echosphere.ports import Ports
from echosphere.services.publish_event import publish_event
from echosphere.services.read_own_session import read_own_session

# The queue tries three times, half an hour apart (stacks/judge.py); who waits for longer may ask once more.
JUDGED_WITHIN = timedelta(hours=2)


def ask_for_evaluation(ports: Ports, member: Member, judge: JudgeIdentity, session_id: str) -> Evaluation:
    """One that is being made is that one. A talk that goes on is judged when it ends.

    Raises SessionNotFound, RoleTooLow, NotTheOwner.
    """
    session = read_own_session(ports, member, session_id)
    if not session.is_over:
        return new_evaluation(session, judge, at=ports.clock.now())
    return ask(ports, session, judge)


def ask_for_one(ports: Ports, judge: JudgeIdentity, session_id: str) -> bool:
    """Not while it goes on. For who runs the platform: it asks nobody's leave. Raises SessionNotFound."""
    session = ports.sessions.get(session_id)
    if session.is_over:
        ask(ports, session, judge)
    return session.is_over


def ask(ports: Ports, session: Session, judge: JudgeIdentity) -> Evaluation:
    """Of a talk that is over, whoever asks. Raises SessionNotFound when it was deleted meanwhile."""
    now = ports.clock.now()
    known = ports.evaluations.find(session.id, judge)
    if known and known.status is EvaluationStatus.PENDING and now < known.changed_at + JUDGED_WITHIN:
        return known
    asked = known.ask_again(at=now) if known else new_evaluation(session, judge, at=now)
    event = EvaluationAsked.of(asked, session.trace)
    try:
        ports.evaluations.save(asked, was=known, event=event)
    except WriteConflict:
        return ports.evaluations.find(session.id, judge) or asked
    publish_event(ports, event)
    return asked
