"""How much of what tools gave is kept of an utterance."""

import pytest

from echosphere.domain.message import TOOL_RESULTS_CHARACTERS, ToolResult, kept_results

pytestmark = pytest.mark.unit


def test_short_results_are_kept_whole_and_in_their_order() -> None:
    results = (ToolResult("look_up", "It opens at nine."), ToolResult("clock", "It is 8:30."))

    assert kept_results(results) == results


def test_all_results_of_a_message_together_are_as_long_as_they_may_be_and_no_longer() -> None:
    half = TOOL_RESULTS_CHARACTERS // 2 + 1

    kept = kept_results(
        ToolResult(tool, sign * half) for tool, sign in (("first", "a"), ("second", "b"), ("third", "c"))
    )

    assert [each.tool for each in kept] == ["first", "second"]
    assert sum(len(each.result) for each in kept) == TOOL_RESULTS_CHARACTERS
    assert kept[0].result == "a" * half


def test_a_tool_that_gave_nothing_leaves_no_result() -> None:
    assert kept_results([ToolResult("look_up", "")]) == ()
