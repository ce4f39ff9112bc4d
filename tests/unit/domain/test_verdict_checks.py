"""What no judge may answer, whoever it is and whatever it was told."""

from dataclasses import replace

import pytest

from echosphere.domain.evaluation import Metric, Score, Verdict
from echosphere.domain.verdict_checks import complaints
from tests.examples import a_score, a_verdict

pytestmark = pytest.mark.unit
MESSAGES = ["message-1", "message-2"]


def test_a_verdict_that_holds_has_no_complaint() -> None:
    low = a_score(Metric.GOAL_COMPLETION, 1, "message-2")

    assert complaints(a_verdict(), MESSAGES) == complaints(a_verdict(low), MESSAGES) == []


@pytest.mark.parametrize(
    ("score", "complaint"),
    [
        (a_score(Metric.LANGUAGE_KEPT, 6), "language_kept must be from 1 to 5"),
        (a_score(Metric.LANGUAGE_KEPT, 0, "message-1"), "language_kept must be from 1 to 5"),
        (a_score(Metric.SENTIMENT_END, None), "sentiment_end must have a score"),
        (a_score(Metric.FAITHFULNESS, 4, "message-9"), "faithfulness quotes a message that does not exist"),
        (a_score(Metric.FAITHFULNESS, 2), "faithfulness is low and quotes no message that shows it"),
        (a_score(Metric.FAITHFULNESS, 4, *(["message-1"] * 9)), "faithfulness quotes more than 8 messages"),
        (
            replace(a_score(Metric.FAITHFULNESS), reason="x" * 401),
            "faithfulness must have a reason of at most 400 characters",
        ),
        (
            replace(a_score(Metric.FAITHFULNESS), reason=" "),
            "faithfulness must have a reason of at most 400 characters",
        ),
    ],
)
def test_each_fault_of_a_score_is_named(score: Score, complaint: str) -> None:
    assert complaints(a_verdict(score), MESSAGES) == [complaint]


def test_a_metric_that_is_left_out_or_scored_twice_is_named() -> None:
    whole = a_verdict()
    first, *others = whole.scores

    assert complaints(Verdict(scores=tuple(others)), MESSAGES) == ["faithfulness must be scored once, not 0 times"]
    assert complaints(Verdict(scores=(first, *whole.scores)), MESSAGES) == [
        "faithfulness must be scored once, not 2 times"
    ]
