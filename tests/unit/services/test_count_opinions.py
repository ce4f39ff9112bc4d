"""What judges and people say is in a day's figures once, as it stands, in whatever order one is told."""

import pytest

from echosphere.domain.cost import CostPart
from echosphere.domain.day_figures import DayFigures
from echosphere.domain.evaluation import EvaluationFailure, JudgeIdentity, JudgeKind, Metric
from echosphere.domain.feedback import Thumb
from echosphere.domain.opinions import Opinions, ScoreSum
from echosphere.domain.session import EndReason
from echosphere.domain.usage import Use
from echosphere.domain.workspace import Member
from echosphere.services.count_opinions import count_opinions
from echosphere.services.count_talk import count_talk
from echosphere.services.end_session import end_session
from echosphere.services.give_feedback import give_feedback
from echosphere.services.take_feedback_back import take_feedback_back
from tests.examples import NINE_O_CLOCK, RULES, a_judges_use, a_member, a_score, a_verdict, an_evaluation
from tests.unit.services.stage import Stage, set_stage

pytestmark = pytest.mark.unit
TODAY = NINE_O_CLOCK.date().isoformat()
MODEL = JudgeIdentity(name="nova", kind=JudgeKind.MODEL, version="1")


def ended() -> Stage:
    stage = set_stage()
    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    return stage


def judge(stage: Stage, goal: int, *, by: JudgeIdentity = RULES, uses: tuple[Use, ...] = ()) -> None:
    stage.clock.advance(60)
    known = stage.ports.evaluations.find(stage.session.id, by)
    verdict = a_verdict(a_score(Metric.GOAL_COMPLETION, goal, "message-1"), a_score(Metric.RESPONSE_RELEVANCE, goal))
    settled = (known or an_evaluation(stage.session, judge=by)).settle(
        verdict, messages=2, at=stage.clock.now(), uses=uses
    )
    stage.ports.evaluations.save(settled, was=known)
    assert count_opinions(stage.ports, stage.session.id)


def day(stage: Stage) -> DayFigures:
    (only,) = stage.ports.days.list_days(stage.session.workspace_id, from_day=TODAY, to_day=TODAY)
    return only


def test_scores_of_a_talk_are_counted_once_however_often_one_is_told() -> None:
    stage = ended()
    judge(stage, 4)

    count_opinions(stage.ports, stage.session.id)

    opinions = day(stage).opinions
    assert (opinions.judged, opinions.judged_by_rules, opinions.judged_by) == (1, 1, "rules")
    assert opinions.scores[Metric.GOAL_COMPLETION] == ScoreSum(1, 4)
    assert Metric.FAITHFULNESS not in opinions.scores  # there was nothing to judge it by


def test_a_talk_that_is_judged_again_counts_by_what_was_said_last() -> None:
    stage = ended()
    judge(stage, 2)

    judge(stage, 5, by=MODEL)

    opinions = day(stage).opinions
    assert (opinions.judged, opinions.judged_by_rules, opinions.judges) == (1, 0, {"nova": 1})
    assert opinions.scores[Metric.GOAL_COMPLETION].mean == 5.0


def test_what_judging_cost_is_in_the_day_once_and_asked_again_adds_its_own() -> None:
    stage = ended()
    use = a_judges_use(tokens_in=3_000, tokens_out=400)  # 3,000 x 1 + 400 x 5 micro-dollars
    judge(stage, 2, by=MODEL, uses=(use,))
    count_talk(stage.ports, stage.session.id)

    count_opinions(stage.ports, stage.session.id)
    once = (day(stage).cost, day(stage).on_aws)
    judge(stage, 4, by=MODEL, uses=(use,))

    assert once == ({CostPart.JUDGE: 5_000}, {CostPart.JUDGE: 5_000})
    assert day(stage).cost == {CostPart.JUDGE: 2 * 5_000}


def test_a_judge_whose_price_is_unknown_is_said_to_be_so_once() -> None:
    stage = ended()
    use = a_judges_use(model="a-model-without-a-price")

    judge(stage, 2, by=MODEL, uses=(use,))
    judge(stage, 4, by=MODEL, uses=(use,))

    assert (day(stage).unpriced, day(stage).cost) == (1, {})


def test_judging_in_vain_costs_too_and_rules_cost_nothing() -> None:
    stage = ended()
    judge(stage, 4)
    by_rules = day(stage).cost
    failed = an_evaluation(stage.session, judge=MODEL).fail(
        EvaluationFailure.VERDICT_INVALID, at=stage.clock.now(), uses=(a_judges_use(),)
    )
    stage.ports.evaluations.save(failed, was=None)

    count_opinions(stage.ports, stage.session.id)

    assert (by_rules, day(stage).cost) == ({}, {CostPart.JUDGE: 900 + 80 * 5})
    assert day(stage).opinions.judged_by_rules == 1


@pytest.mark.parametrize(("goal", "compared", "agreed"), [(5, 2, 1), (1, 2, 1), (3, 0, 0)])
def test_thumbs_are_compared_with_a_judge_who_takes_a_side(goal: int, compared: int, agreed: int) -> None:
    stage = ended()
    judge(stage, goal)

    for thumb in (Thumb.UP, Thumb.DOWN):
        give_feedback(stage.ports, colleague(stage, thumb), stage.session.id, thumb=thumb, note="")

    opinions = day(stage).opinions
    assert (opinions.thumbs_up, opinions.thumbs_down, opinions.compared, opinions.agreed) == (1, 1, compared, agreed)


def test_a_thumb_that_is_changed_or_taken_back_is_no_more_counted() -> None:
    stage = ended()
    member = colleague(stage, Thumb.UP)

    for thumb in (Thumb.UP, Thumb.DOWN):
        give_feedback(stage.ports, member, stage.session.id, thumb=thumb, note="")
    assert (day(stage).opinions.thumbs_up, day(stage).opinions.thumbs_down) == (0, 1)
    take_feedback_back(stage.ports, member, stage.session.id)

    assert day(stage).opinions == Opinions()


def test_feedback_on_a_talk_that_goes_on_is_counted_when_it_is_judged() -> None:
    stage = set_stage()
    give_feedback(stage.ports, colleague(stage, Thumb.UP), stage.session.id, thumb=Thumb.UP, note="")
    assert stage.ports.days.list_days(stage.session.workspace_id, from_day=TODAY, to_day=TODAY) == []

    end_session(stage.ports, stage.session.id, reason=EndReason.HUNG_UP)
    judge(stage, 5)

    assert (day(stage).opinions.thumbs_up, day(stage).opinions.agreed) == (1, 1)


def test_a_talk_that_is_deleted_meanwhile_is_passed_by() -> None:
    stage = ended()
    stage.ports.sessions.delete(stage.session)

    assert not count_opinions(stage.ports, stage.session.id)


def colleague(stage: Stage, name: str) -> Member:
    return a_member(workspace_id=stage.session.workspace_id, person_id=f"person-{name}")
