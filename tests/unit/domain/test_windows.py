"""How a long talk is cut, and how the verdicts of its parts become one."""

import pytest

from echosphere.domain.evaluation import Flag, Metric, Verdict
from echosphere.domain.message import Message
from echosphere.domain.windows import MESSAGE_CHARACTERS, OVERLAP_MESSAGES, WINDOW_CHARACTERS, merge, windows
from tests.examples import a_message, a_score, a_session, a_verdict

pytestmark = pytest.mark.unit
SESSION = a_session()


def messages(count: int, characters: int) -> list[Message]:
    return [a_message(SESSION, id=f"m{number}", text="x" * characters) for number in range(count)]


def test_a_short_talk_is_one_part() -> None:
    short = messages(40, 100)

    cut = windows(short)

    assert (cut.parts, cut.is_whole) == ((tuple(short),), True)


def test_each_part_begins_with_the_end_of_the_one_before_and_nothing_is_lost() -> None:
    talk = messages(60, 1_000)

    first, second, *others = windows(talk).parts

    assert first[-OVERLAP_MESSAGES:] == second[:OVERLAP_MESSAGES]
    assert {message.id for part in (first, second, *others) for message in part} == {each.id for each in talk}
    assert all(sum(len(message.text) for message in part) <= WINDOW_CHARACTERS for part in (first, second, *others))


def test_of_a_talk_that_is_too_long_beginning_and_end_are_kept() -> None:
    talk = messages(400, 1_000)

    cut = windows(talk)

    assert not cut.is_whole
    assert (cut.parts[0][0], cut.parts[-1][-1]) == (talk[0], talk[-1])


def test_a_message_that_is_too_long_is_cut_and_that_is_said() -> None:
    cut = windows(messages(1, MESSAGE_CHARACTERS + 1))

    assert not cut.is_whole and len(cut.parts[0][0].text) == MESSAGE_CHARACTERS


def value(verdicts: list[Verdict], metric: Metric) -> int | None:
    return merge(verdicts).of(metric).value


def of_parts(metric: Metric, *values: int | None) -> list[Verdict]:
    return [a_verdict(a_score(metric, each, "m1")) for each in values]


@pytest.mark.parametrize(
    ("metric", "values", "merged"),
    [
        (Metric.FAITHFULNESS, (5, 1, 4), 1),
        (Metric.LANGUAGE_KEPT, (5, 5, 2), 2),
        (Metric.SENTIMENT_START, (2, 3, 4), 2),
        (Metric.SENTIMENT_END, (2, 3, 4), 4),
        (Metric.SENTIMENT_LOWEST, (3, 1, 4), 1),
        (Metric.GOAL_COMPLETION, (5, 1, 4), 4),
        (Metric.RESPONSE_RELEVANCE, (5, 1), 1),
        (Metric.INTERRUPTIONS_HANDLED, (None, 4, None), 4),
        (Metric.FAITHFULNESS, (None, None), None),
    ],
)
def test_each_metric_is_made_one_in_its_own_way(
    metric: Metric, values: tuple[int | None, ...], merged: int | None
) -> None:
    assert value(of_parts(metric, *values), metric) == merged


def test_flags_of_every_part_are_kept() -> None:
    merged = merge([a_verdict(flags={Flag.INSTRUCTION_ATTEMPT}), a_verdict(), a_verdict(flags={Flag.TRUNCATED})])

    assert merged.flags == {Flag.INSTRUCTION_ATTEMPT, Flag.TRUNCATED}
