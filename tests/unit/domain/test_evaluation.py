from dataclasses import replace
from datetime import timedelta

import pytest

from echosphere.domain.evaluation import (
    OVERALL,
    EvaluationFailure,
    EvaluationStatus,
    Flag,
    new_evaluation,
    overall_of,
)
from echosphere.domain.usage import Part, Use
from tests.examples import NINE_O_CLOCK, RULES, a_session, a_verdict

pytestmark = pytest.mark.unit
LATER, LAST = NINE_O_CLOCK + timedelta(minutes=1), NINE_O_CLOCK + timedelta(minutes=2)
SESSION = a_session()
ASKED = new_evaluation(SESSION, RULES, at=NINE_O_CLOCK)
VERDICT = a_verdict(flags={Flag.INSTRUCTION_ATTEMPT})
USED = Use(part=Part.JUDGE, provider="aws", model="a-model", tokens_in=7, tokens_out=3)


def test_a_new_one_waits_for_its_judge_and_belongs_where_its_talk_does() -> None:
    assert (ASKED.session_id, ASKED.workspace_id) == (SESSION.id, SESSION.workspace_id)
    assert (ASKED.status, ASKED.revision, ASKED.is_settled) == (EvaluationStatus.PENDING, 1, False)


def test_a_verdict_settles_it_with_all_that_it_holds() -> None:
    judged = ASKED.settle(VERDICT, messages=4, at=LATER, uses=[USED])

    assert (judged.status, judged.changed_at, judged.revision) == (EvaluationStatus.JUDGED, LATER, 2)
    assert (judged.scores, judged.messages, judged.uses) == (VERDICT.scores, 4, (USED,))
    assert judged.flags == (Flag.INSTRUCTION_ATTEMPT,)
    assert judged.is_settled


def test_without_a_verdict_there_was_nothing_to_judge() -> None:
    empty = ASKED.settle(None, messages=1, at=LATER)

    assert (empty.status, empty.messages, empty.changed_at) == (EvaluationStatus.NOTHING_TO_JUDGE, 1, LATER)
    assert empty.is_settled


def test_one_that_failed_says_why_and_is_not_settled() -> None:
    failed = ASKED.fail(EvaluationFailure.JUDGE_UNAVAILABLE, at=LATER)

    assert (failed.status, failed.failure) == (EvaluationStatus.FAILED, EvaluationFailure.JUDGE_UNAVAILABLE)
    assert (failed.changed_at, failed.is_settled) == (LATER, False)


def test_asked_for_again_it_holds_nothing_of_the_last_time_but_what_it_cost() -> None:
    for before in (
        ASKED.settle(VERDICT, messages=4, at=LATER, uses=[USED]),
        ASKED.fail(EvaluationFailure.JUDGE_UNAVAILABLE, at=LATER, uses=[USED]),
    ):
        again = before.ask_again(at=LAST)

        assert again == replace(ASKED, changed_at=LAST, revision=3, uses=(USED,))


def test_the_whole_is_the_middle_of_what_could_be_scored() -> None:
    first, second, *_ = sorted(OVERALL)

    assert overall_of({first: 2, second: 5}) == 3.5
    assert overall_of({first: 2, second: None}) == 2.0
    assert overall_of({first: None}) is None
    assert overall_of({}) is None


def test_what_was_used_in_vain_is_charged_too() -> None:
    judged = ASKED.settle(VERDICT, messages=4, at=LATER, uses=[USED])

    charged = judged.charge([USED])

    assert charged == replace(judged, revision=3, uses=(replace(USED, tokens_in=14, tokens_out=6),))
