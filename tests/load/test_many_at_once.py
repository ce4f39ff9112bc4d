"""Whoever asks too much is told when to come again, and nothing that was said yes to is lost."""

import asyncio

import httpx2
import pytest

from tests.load.crowd import CREATED, REFUSED, Answers, Crowd, Door, at_most, new_key, paced

pytestmark = pytest.mark.load

STARTS, STARTS_A_SECOND = 300, 5.0
WISH = {"language": "en-US", "record": False}
CALLS, CALLS_AT_ONCE = 10_000, 16
COME_AGAIN_AT_ONCE, ENDED_AT_ONCE = 4, 4
ALL_SERVED_S = 900.0
PAGE = 100


async def test_of_300_talks_that_are_started_in_a_minute_none_is_lost(crowd: Crowd) -> None:
    answers, later, started, refused = Answers(), Answers(), dict[str, Door](), list[int]()
    keys = [new_key() for _ in range(STARTS)]
    async with crowd.doors() as doors:

        async def start(number: int, heard: Answers) -> httpx2.Response | None:
            door = doors[number % len(doors)]
            answer = await heard.of(door.post("/api/sessions", WISH, key=keys[number]))
            if answer is not None and answer.status_code == CREATED:
                started[answer.json()["session"]["id"]] = door
            return answer

        async def come(number: int) -> None:
            answer = await start(number, answers)
            if answer is not None and answer.status_code in REFUSED:
                refused.append(number)

        async def come_again(place: int) -> None:
            answer = await start(refused[place], later)
            if answer is not None and answer.status_code in REFUSED:
                await asyncio.sleep(int(answer.headers["retry-after"]))
                await come_again(place)

        await paced(STARTS, STARTS_A_SECOND, come)
        print(f"\n  {STARTS} starts in {STARTS / STARTS_A_SECOND:.0f} s: {answers}")
        async with asyncio.timeout(ALL_SERVED_S):
            await at_most(COME_AGAIN_AT_ONCE, len(refused), come_again)
        print(f"  {len(refused)} came again: {later}")
        kept = {session_id for door in doors for session_id in await history(door)}
        await hang_up(started)

    assert answers.broken + later.broken == []
    assert len(started) == STARTS
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
