"""How a long talk is cut, and how the verdicts of its parts become one."""

from dataclasses import replace

import pytest

from echosphere.domain.evaluation import Flag, Metric, Verdict
from echosphere.domain.message import TOOL_RESULTS_CHARACTERS, Message, ToolResult
from echosphere.domain.windows import (
    EARLIER_RESULTS_CHARACTERS,
    MESSAGE_CHARACTERS,
    MOST_WINDOWS,
    OVERLAP_MESSAGES,
    WINDOW_CHARACTERS,
    earlier_results,
    merge,
    windows,
)
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


def with_results(count: int, *, characters: int = 100, result: int = 900) -> list[Message]:
    """Each has one of its own."""
    return [
        replace(each, tool_results=(ToolResult("look_up", f"{number:03}".ljust(result, ".")),))
        for number, each in enumerate(messages(count, characters))
    ]


def test_what_tools_gave_for_a_message_counts_as_what_was_said() -> None:
    parts = windows(with_results(60)).parts

    sizes = [sum(len(each.text) + len(each.tool_results[0].result) for each in part) for part in parts]
    assert len(parts) > 1 and max(sizes) <= WINDOW_CHARACTERS
    assert all(each.tool_results for part in parts for each in part)


def test_of_the_longest_messages_each_part_still_brings_new_ones() -> None:
    talk = with_results(3 * MOST_WINDOWS, characters=MESSAGE_CHARACTERS, result=TOOL_RESULTS_CHARACTERS)

    first, second, *_ = windows(talk).parts

    assert first[-OVERLAP_MESSAGES:] == second[:OVERLAP_MESSAGES] and len(second) > OVERLAP_MESSAGES


def test_a_part_is_told_what_tools_gave_before_it_the_newest_and_as_much_as_fits() -> None:
    talk = with_results(60)
    first, second, *_ = windows(talk).parts

    earlier = earlier_results(talk, second)

    before = talk[: talk.index(second[0])]
    assert earlier == tuple(each.tool_results[0] for each in before[-len(earlier) :])
    assert len(earlier) == EARLIER_RESULTS_CHARACTERS // 900
    assert earlier_results(talk, first) == ()


def test_what_tools_gave_again_and_again_before_a_part_is_told_once() -> None:
    same = [replace(each, tool_results=(ToolResult("clock", "9:00"),)) for each in messages(5, 10)]

    assert earlier_results(same, same[4:]) == (ToolResult("clock", "9:00"),)


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
