"""Judging again: by whose talk it is, not twice at once; and how it stands, whatever has happened."""

import pytest

from echosphere.domain.errors import JudgeUnavailable, NotTheOwner, RoleTooLow, SessionNotFound
from echosphere.domain.evaluation import EvaluationFailure, EvaluationStatus, JudgeIdentity, JudgeKind, Metric
from echosphere.domain.session import FailureReason
from echosphere.domain.workspace import Member, WorkspaceRole
from echosphere.services.ask_for_evaluation import JUDGED_WITHIN, ask_for_evaluation, ask_for_one
from echosphere.services.read_evaluation import EvaluationReport, ReportStatus, read_evaluation
from tests.examples import RULES, a_member, a_score, a_verdict
from tests.unit.services.judging_stage import JudgingStage, set_judging_stage

pytestmark = pytest.mark.unit
TALK = ("When are you open?", "From nine.")
OWNER = a_member(workspace_id="workspace-0", person_id="person-0", role=WorkspaceRole.MEMBER)


@pytest.fixture
def stage() -> JudgingStage:
    return set_judging_stage()


def report(stage: JudgingStage, session_id: str, judge: JudgeIdentity = RULES) -> EvaluationReport:
    return read_evaluation(stage.ports, OWNER, judge, session_id)


def test_a_talk_is_judged_again_when_its_person_asks(stage: JudgingStage) -> None:
    session = stage.talk(*TALK)
    stage.evaluate(session)
    stage.judge.answer = lambda _: a_verdict(a_score(Metric.LANGUAGE_KEPT, 4))

    asked = ask_for_evaluation(stage.ports, OWNER, RULES, session.id)
    assert asked.status is EvaluationStatus.PENDING and report(stage, session.id).status is ReportStatus.PENDING
    judged = stage.evaluate(session)

    assert judged and judged.scores == a_verdict(a_score(Metric.LANGUAGE_KEPT, 4)).scores
    assert stage.stage.published() == ["EvaluationCompleted", "EvaluationAsked", "EvaluationCompleted"]


def test_asked_again_while_it_waits_it_waits_once_and_later_anew(stage: JudgingStage) -> None:
    session = stage.talk(*TALK)

    for _ in range(2):
        ask_for_evaluation(stage.ports, OWNER, RULES, session.id)
    assert stage.told("EvaluationAsked") == 1

    stage.stage.clock.advance(JUDGED_WITHIN.total_seconds())
    ask_for_evaluation(stage.ports, OWNER, RULES, session.id)
    assert stage.told("EvaluationAsked") == 2


def test_a_talk_that_goes_on_is_judged_when_it_ends_so_nothing_is_asked_for(stage: JudgingStage) -> None:
    session = stage.talk(*TALK, over=False)

    assert ask_for_evaluation(stage.ports, OWNER, RULES, session.id).status is EvaluationStatus.PENDING
    assert stage.stage.published() == [] and report(stage, session.id).status is ReportStatus.PENDING


@pytest.mark.parametrize(
    ("member", "error"),
    [
        (a_member(workspace_id="workspace-0", person_id="person-0", role=WorkspaceRole.VIEWER), RoleTooLow),
        (a_member(workspace_id="workspace-0", role=WorkspaceRole.MEMBER), NotTheOwner),
        (a_member(), SessionNotFound),
    ],
)
def test_only_whose_talk_it_is_asks_for_it(stage: JudgingStage, member: Member, error: type[Exception]) -> None:
    session = stage.talk(*TALK)

    with pytest.raises(error):
        ask_for_evaluation(stage.ports, member, RULES, session.id)


def test_a_talk_of_another_workspace_is_unknown(stage: JudgingStage) -> None:
    with pytest.raises(SessionNotFound):
        read_evaluation(stage.ports, a_member(), RULES, stage.talk(*TALK).id)


def test_a_talk_is_pending_for_a_while_after_its_end_and_then_nobody_judged_it(stage: JudgingStage) -> None:
    session = stage.talk(*TALK)

    assert report(stage, session.id) == EvaluationReport(status=ReportStatus.PENDING)
    stage.stage.clock.advance(JUDGED_WITHIN.total_seconds())
    assert report(stage, session.id) == EvaluationReport(status=ReportStatus.NOT_JUDGED)


def test_a_talk_that_failed_is_judged_for_who_asks(stage: JudgingStage) -> None:
    session = stage.talk(*TALK, over=False)
    failed = session.fail(at=stage.stage.clock.now(), reason=FailureReason.AGENT_LOST)
    stage.ports.sessions._sessions[session.id] = failed  # type: ignore[attr-defined]  # the store in memory
    assert report(stage, session.id).status is ReportStatus.NOT_JUDGED

    ask_for_evaluation(stage.ports, OWNER, RULES, session.id)
    stage.evaluate(session)

    assert report(stage, session.id).status is ReportStatus.JUDGED


def test_a_failure_is_shown_with_its_reason_and_so_is_a_judge_that_never_answered(stage: JudgingStage) -> None:
    session, other = stage.talk(*TALK), stage.talk(*TALK)
    stage.judge.fault = JudgeUnavailable()
    with pytest.raises(JudgeUnavailable):
        stage.evaluate(session)
    ask_for_evaluation(stage.ports, OWNER, RULES, other.id)
    stage.stage.clock.advance(JUDGED_WITHIN.total_seconds())

    for each in (session, other):
        told = report(stage, each.id)
        assert (told.status, told.failure) == (ReportStatus.FAILED, EvaluationFailure.JUDGE_UNAVAILABLE)


def test_until_todays_judge_has_spoken_the_last_one_is_heard(stage: JudgingStage) -> None:
    session, today = stage.talk(*TALK), JudgeIdentity(name="nova", kind=JudgeKind.MODEL, version="1")
    stage.evaluate(session)
    assert (told := report(stage, session.id, today).evaluation) and told.judge == RULES

    stage.judge.identity = today
    stage.evaluate(session)

    assert (told := report(stage, session.id, today).evaluation) and told.judge == today


def test_who_runs_the_platform_asks_for_one_talk_unless_it_goes_on(stage: JudgingStage) -> None:
    over, going_on = stage.talk(*TALK), stage.talk(*TALK, over=False)

    assert ask_for_one(stage.ports, RULES, over.id) and stage.stored(over)
    assert not ask_for_one(stage.ports, RULES, going_on.id) and stage.stored(going_on) is None
    with pytest.raises(SessionNotFound):
        ask_for_one(stage.ports, RULES, "no-such-talk")
