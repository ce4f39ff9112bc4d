"""Whoever asks too much is told when to come again, and everybody is answered."""

import pytest

from tests.load.crowd import Answers, Crowd, at_most

pytestmark = pytest.mark.load

CALLS, CALLS_AT_ONCE = 10_000, 16


async def test_10_000_calls_are_answered_or_told_when_to_come_again(crowd: Crowd) -> None:
    answers = Answers()
    async with crowd.doors() as doors:

        async def look(number: int) -> None:
            await answers.of(doors[number % len(doors)].get("/api/sessions"))

        await at_most(CALLS_AT_ONCE, CALLS, look)
    print(f"\n  {CALLS} calls, {CALLS_AT_ONCE} at once: {answers}")

    assert answers.broken == []
    assert answers.statuses.total() == CALLS
    assert answers.statuses[200] > 0
