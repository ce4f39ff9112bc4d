"""Who must be listening before the agent speaks first: the person, and the recorder of a talk that is recorded.

LiveKit tells a speaker only that somebody hears it. The page therefore says so itself, by an attribute; other clients
do not, so neither is waited for longer than it takes where all is well.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal, get_args

from livekit import rtc

LISTENING = "echosphere.listening"  # set by the page when the agent's voice has reached it
PERSON_S = 1.0  # from when the person came
RECORDER_S = 1.5  # from then on, which only a recorder that starts cold takes; the talk matters more than its recording

News = Literal["participant_connected", "participant_attributes_changed", "room_updated"]
NEWS: tuple[News, ...] = get_args(News)


async def until_all_listen(room: rtc.Room, person: str, *, is_recorded: bool) -> None:
    """Waits without end for the person to come, and then for both to listen, but not for long."""

    def listens() -> bool:
        return person in room.remote_participants and LISTENING in room.remote_participants[person].attributes

    with _news_of(room) as news:
        await _until(lambda: person in room.remote_participants, news)
        with suppress(TimeoutError):
            async with asyncio.timeout(PERSON_S):
                await _until(listens, news)
        with suppress(TimeoutError):
            async with asyncio.timeout(RECORDER_S):
                await _until(lambda: room.is_recording or not is_recorded, news)


async def _until(holds: Callable[[], bool], news: asyncio.Event) -> None:
    while not holds():
        await news.wait()
        news.clear()


@contextmanager
def _news_of(room: rtc.Room) -> Iterator[asyncio.Event]:
    news = asyncio.Event()

    def wake(*_: object) -> None:
        news.set()

    for event in NEWS:
        room.on(event, wake)
    try:
        yield news
    finally:
        for event in NEWS:
            room.off(event, wake)
