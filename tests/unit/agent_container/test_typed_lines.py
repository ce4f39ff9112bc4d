import asyncio

import pytest

from agent_container.typed_lines import TypedLines
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.unit


def test_a_line_that_is_sent_again_is_not_new() -> None:
    lines = TypedLines()

    assert [lines.take("mina", "line-1"), lines.take("mina", "line-1"), lines.take("mina", "line-2")] == [
        True,
        False,
        True,
    ]


def test_another_persons_line_of_the_same_id_is_another() -> None:
    lines = TypedLines()
    lines.take("mina", "line-1")

    assert lines.take("guest-1", "line-1")


def test_lines_without_ids_are_all_new() -> None:
    lines = TypedLines()

    assert lines.take("mina", None) and lines.take("mina", None)


@on_virtual_time
async def test_who_asks_while_a_line_is_being_read_hears_that_it_has_come() -> None:
    lines = TypedLines()
    asking = asyncio.create_task(lines.has_come("mina", "line-1"))
    await asyncio.sleep(0.5)

    lines.take("mina", "line-1")

    assert await asking


@on_virtual_time
async def test_who_asks_about_a_line_that_was_lost_hears_that_it_has_not_come_and_leaves_nothing_behind() -> None:
    lines = TypedLines()

    assert not any([await lines.has_come("mina", f"line-{number}") for number in range(100)])
    assert (lines._come, lines._awaited) == (set(), {})
