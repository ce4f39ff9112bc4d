"""What functions returned, as far as an answer can stand on it."""

import pytest
from livekit.agents import FunctionToolsExecutedEvent, function_tool, llm

from agent_container.tools_used import found_by, results_in, results_of
from echosphere.domain.message import ToolResult

pytestmark = pytest.mark.unit


@function_tool
async def price_of() -> str:
    """What something costs."""
    return "45 dollars"


def executed(*outputs: tuple[str, str, bool]) -> FunctionToolsExecutedEvent:
    """By name of the function, what it returned and whether that is an error."""
    calls = [llm.FunctionCall(call_id=name, name=name, arguments="{}") for name, _, _ in outputs]
    returned = [
        llm.FunctionCallOutput(call_id=name, output=output, is_error=is_error) for name, output, is_error in outputs
    ]
    return FunctionToolsExecutedEvent(function_calls=calls, function_call_outputs=returned)


def test_what_a_function_returned_is_a_result_under_its_name() -> None:
    assert results_in(executed(("price_of", "45 dollars", False)), [price_of]) == [ToolResult("price_of", "45 dollars")]


def test_a_function_that_failed_gave_nothing() -> None:
    assert results_in(executed(("price_of", "it broke", True)), [price_of]) == []


def test_a_function_that_a_model_made_up_has_no_name_of_its_own() -> None:
    assert results_in(executed(("my_secret", "nothing", False)), [price_of]) == [ToolResult("other", "nothing")]


def test_a_message_without_a_skill_or_without_a_result_has_none() -> None:
    assert results_of({}) == results_of(found_by("courtesy")) == results_of({"echosphere.result": "nine"}) == []
