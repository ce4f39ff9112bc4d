"""What every store of evaluations does, the one in memory and the one in DynamoDB alike."""

from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from echosphere.adapters.dynamodb.evaluation_store import DynamoEvaluationStore
from echosphere.adapters.dynamodb.outbox import DynamoOutbox
from echosphere.adapters.dynamodb.session_store import DynamoSessionStore
from echosphere.adapters.memory.evaluation_store import MemoryEvaluationStore
from echosphere.adapters.memory.outbox import MemoryOutbox
from echosphere.adapters.memory.session_store import MemorySessionStore
from echosphere.domain.errors import SessionNotFound, WriteConflict
from echosphere.domain.evaluation import Evaluation, EvaluationFailure, Flag, Metric
from echosphere.domain.events import EvaluationCompleted
from echosphere.domain.session import Session
from echosphere.ports import EvaluationStore, Outbox
from tests.contract.with_sessions import WithSessions
from tests.examples import NINE_O_CLOCK, RULES, a_judges_use, a_score, a_verdict, an_evaluation

pytestmark = pytest.mark.contract
LATER = NINE_O_CLOCK + timedelta(seconds=1)


@dataclass(frozen=True)
class Stores(WithSessions):
    evaluations: EvaluationStore
    outbox: Outbox

    def asked(self, session: Session) -> Evaluation:
        evaluation = an_evaluation(session)
        self.evaluations.save(evaluation, was=None)
        return evaluation

    def waiting(self, session: Session) -> list[str]:
        events = self.outbox.list_older_than(NINE_O_CLOCK + timedelta(days=1), limit=1_000)
        return [each.detail_type() for each in events if getattr(each, "session_id", None) == session.id]


@pytest.fixture(params=["memory", "dynamodb"])
def stores(request: pytest.FixtureRequest) -> Stores:
    if request.param == "memory":
        outbox = MemoryOutbox()
        sessions = MemorySessionStore(outbox)
        return Stores(sessions, MemoryEvaluationStore(sessions, outbox), outbox)
    request.getfixturevalue("table")
    return Stores(DynamoSessionStore(), DynamoEvaluationStore(), DynamoOutbox())


def judged(asked: Evaluation) -> Evaluation:
    low = replace(a_score(Metric.LANGUAGE_KEPT, 1, "message-1", "message-2"), reason="英語で答えました。")
    return asked.settle(a_verdict(low, flags={Flag.TRUNCATED}), messages=7, at=LATER, uses=[a_judges_use()])


def test_an_evaluation_is_found_as_it_was_stored(stores: Stores) -> None:
    asked = stores.asked(stores.session())
    evaluation = judged(asked)

    stores.evaluations.save(evaluation, was=asked)

    assert stores.evaluations.find(asked.session_id, RULES) == evaluation
    assert stores.evaluations.list_by_session(asked.session_id) == [evaluation]


def test_a_failure_is_kept_with_its_reason_and_forgotten_when_it_is_judged(stores: Stores) -> None:
    asked = stores.asked(stores.session())
    failed = asked.fail(EvaluationFailure.JUDGE_UNAVAILABLE, at=LATER)

    stores.evaluations.save(failed, was=asked)
    assert stores.evaluations.find(asked.session_id, RULES) == failed
    stores.evaluations.save(judged(failed), was=failed)

    found = stores.evaluations.find(asked.session_id, RULES)
    assert found and found.failure is None


def test_what_nobody_judged_is_nothing(stores: Stores) -> None:
    session = stores.session()

    assert stores.evaluations.find(session.id, RULES) is None
    assert stores.evaluations.list_by_session(session.id) == []


def test_each_judge_has_its_own_and_the_last_one_is_first(stores: Stores) -> None:
    session, newer = stores.session(), replace(RULES, version="2")
    evaluations = [an_evaluation(session), an_evaluation(session, judge=newer, changed_at=LATER)]
    for evaluation in evaluations:
        stores.evaluations.save(evaluation, was=None)

    assert stores.evaluations.list_by_session(session.id) == evaluations[::-1]
    assert stores.evaluations.find(session.id, newer) == evaluations[1]


def test_of_two_who_judged_the_same_the_second_is_told(stores: Stores) -> None:
    session = stores.session()
    asked = stores.asked(session)
    event = EvaluationCompleted.of(judged(asked), None)
    stores.evaluations.save(judged(asked), was=asked, event=event)

    with pytest.raises(WriteConflict):
        stores.evaluations.save(judged(asked), was=asked, event=EvaluationCompleted.of(judged(asked), None))
    with pytest.raises(WriteConflict):
        stores.evaluations.save(an_evaluation(session), was=None)

    assert stores.waiting(session) == ["EvaluationCompleted"]


def test_nothing_is_kept_of_a_session_that_is_gone(stores: Stores) -> None:
    session = stores.session()
    asked = stores.asked(session)
    stores.sessions.delete(session)

    with pytest.raises(SessionNotFound):
        stores.evaluations.save(asked, was=None)
    with pytest.raises(SessionNotFound):
        stores.evaluations.save(judged(asked), was=asked)

    assert stores.evaluations.list_by_session(session.id) == []


def test_a_deleted_session_takes_its_evaluations_with_it(stores: Stores) -> None:
    session, other = stores.session(), stores.session()
    for each in (session, other):
        stores.asked(each)

    stores.sessions.delete(session)

    assert stores.evaluations.list_by_session(session.id) == []
    assert len(stores.evaluations.list_by_session(other.id)) == 1
