"""Whoever asks too much is told when to come again, and nothing that was said yes to is lost."""

import pytest

from tests.load.crowd import CREATED, Answers, Crowd, Door, at_most, paced

pytestmark = pytest.mark.load

# Each brings an agent's process to the same two cores. Of 300 in a minute 92 were begun, the rest told 503 or 504.
STARTS, STARTS_A_SECOND = 60, 5.0
CALLS, CALLS_AT_ONCE = 10_000, 16
ENDED_AT_ONCE = 4
PAGE = 100


async def test_of_sixty_talks_that_are_started_within_seconds_none_is_lost(crowd: Crowd) -> None:
    answers, started = Answers(), dict[str, Door]()
    async with crowd.doors() as doors:

        async def start(number: int) -> None:
            door = doors[number % len(doors)]
            answer = await answers.of(door.post("/api/sessions", {"language": "en-US", "record": False}))
            if answer is not None and answer.status_code == CREATED:
                started[answer.json()["session"]["id"]] = door

        await paced(STARTS, STARTS_A_SECOND, start)
        print(f"\n  {STARTS} starts in {STARTS / STARTS_A_SECOND:.0f} s: {answers}")
        kept = {session_id for door in doors for session_id in await history(door)}
        await hang_up(started)

    assert answers.broken == []
    assert len(started) == answers.statuses[CREATED] > 0
    assert kept == started.keys()


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


async def history(door: Door) -> list[str]:
    """The ids of all talks of a person, page by page."""
    ids, cursor = list[str](), ""
    while True:
        page = (await door.get(f"/api/sessions?limit={PAGE}{cursor}")).raise_for_status().json()
        ids += [each["id"] for each in page["items"]]
        if not page["next_cursor"]:
            return ids
        cursor = f"&cursor={page['next_cursor']}"


async def hang_up(started: dict[str, Door]) -> None:
    """Their rooms are closed, whatever the limits say of it: what is left ends by itself when nobody comes."""
    talks = list(started.items())

    async def end(number: int) -> None:
        session_id, door = talks[number]
        await door.post(f"/api/sessions/{session_id}/end")

    await at_most(ENDED_AT_ONCE, len(talks), end)
