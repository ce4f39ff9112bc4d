import re

import pytest

from echosphere.domain.errors import InvalidCursor
from echosphere.domain.page import from_cursor, to_cursor

pytestmark = pytest.mark.unit
SHAPE = re.compile(r"MESSAGE#\d{9}")


def test_a_cursor_leads_back_to_its_sort_key() -> None:
    assert from_cursor(to_cursor("MESSAGE#000001000"), SHAPE) == "MESSAGE#000001000"


@pytest.mark.parametrize("cursor", ["%%%", "日本", to_cursor("META"), to_cursor("MESSAGE#000001000 OR 1=1")])
def test_what_is_no_cursor_of_this_list_is_refused(cursor: str) -> None:
    with pytest.raises(InvalidCursor):
        from_cursor(cursor, SHAPE)
