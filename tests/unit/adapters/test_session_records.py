"""Messages as items: what is not there is not written, so that older items and newer ones look alike."""

import pytest

from echosphere.adapters.dynamodb.session_records import to_message, to_message_item
from echosphere.domain.message import ToolResult
from tests.examples import a_message, a_session

pytestmark = pytest.mark.unit


def test_a_message_without_tool_results_is_an_item_as_it_was_before_there_were_any() -> None:
    message = a_message(a_session())

    item = to_message_item(message)

    assert "tool_results" not in item.serialize()
    assert to_message(item) == message


def test_a_message_with_tool_results_is_read_back_whole() -> None:
    message = a_message(a_session(), tool_results=(ToolResult("clock", "It is 9:00, UTC."),))

    assert to_message(to_message_item(message)) == message
