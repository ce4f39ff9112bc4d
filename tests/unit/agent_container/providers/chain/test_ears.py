"""Of several ears the first that can hears, and what was said while one failed is heard by the next."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from livekit import rtc
from livekit.agents import APIConnectionError, stt, vad
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS

from agent_container.behaviors.never_dead_air import NOT_HEARD_S
from agent_container.providers.chain.breaker import OPEN_S, Breaker
from agent_container.providers.chain.ears import ChainedEars
from agent_container.providers.chain.links import PATIENCE, Link, Links, Patience
from agent_container.providers.chain.listening import Listening
from agent_container.providers.chain.unheard import LEAD_IN_S, LONGEST_S
from tests.unit.agent_container.providers.chain.actors import RATE, Ears, Hearing

pytestmark = pytest.mark.unit
FRAME_S = 0.1
BROKEN = APIConnectionError()


class Vad(vad.VAD):
    def __init__(self) -> None:
        super().__init__(capabilities=vad.VADCapabilities(update_interval=FRAME_S))

    def stream(self) -> "VadStream":
        return VadStream(self)


class VadStream(vad.VADStream):
    is_broken = False

    async def _main_task(self) -> None:
        async for _ in self._input_ch:
            if self.is_broken:
                raise RuntimeError

    def tell(self, kind: vad.VADEventType, *, speech_s: float = 0.0) -> None:
        self._event_ch.send_nowait(
            vad.VADEvent(type=kind, samples_index=0, timestamp=0, speech_duration=speech_s, silence_duration=0)
        )


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Scene:
    def __init__(self, *ears: Ears, deaf_s: float = 3600) -> None:
        self.clock = Clock()
        links = [Link("aws", each, Breaker(self.clock)) for each in ears]
        self.links = Links[stt.STT[str]]("ears", links, patience=Patience(deaf_s=deaf_s))
        self.vad = Vad().stream()
        self.listening = Listening(
            ChainedEars(self.links), links=self.links, vad_stream=self.vad, conn_options=DEFAULT_API_CONNECT_OPTIONS
        )
        self.events = aiter(self.listening)

    async def hear(self, seconds: float) -> None:
        for _ in range(round(seconds / FRAME_S)):
            size = round(RATE * FRAME_S)
            self.listening.push_frame(rtc.AudioFrame(bytes(2 * size), RATE, 1, size))
        await settled()

    async def speak(self, seconds: float) -> None:
        self.vad.tell(vad.VADEventType.START_OF_SPEECH)
        await settled()
        await self.hear(seconds)

    async def fall_silent(self, after_s: float) -> None:
        self.vad.tell(vad.VADEventType.END_OF_SPEECH, speech_s=after_s)
        await settled()

    async def words(self) -> str:
        event = await anext(self.events)
        return event.alternatives[0].text


@asynccontextmanager
async def a_scene(*ears: Ears, deaf_s: float = 3600) -> AsyncIterator[Scene]:
    scene = Scene(*ears, deaf_s=deaf_s)
    await settled()
    try:
        yield scene
    finally:
        await scene.listening.aclose()


async def settled() -> None:
    """Whoever had something to do has done it."""
    for _ in range(20):
        await asyncio.sleep(0)


async def opened(ears: Ears) -> Hearing:
    stream = await ears.opened()
    await settled()
    return stream


async def test_the_first_hears_all_and_the_others_nothing() -> None:
    first, second = Ears(), Ears()
    async with a_scene(first, second) as scene:
        await scene.hear(3)
        first.streams[0].understand("good day")

        assert await scene.words() == "good day"
        assert first.streams[0].heard_s == pytest.approx(3) and not second.streams


async def test_what_was_being_said_when_one_failed_is_heard_by_the_next() -> None:
    first, second = Ears(), Ears()
    async with a_scene(first, second) as scene:
        await scene.hear(10)
        await scene.speak(3)
        first.streams[0].break_off(BROKEN)
        heir = await opened(second)

        assert heir.heard_s == pytest.approx(3 + LEAD_IN_S)


async def test_what_was_understood_is_not_heard_twice() -> None:
    first, second = Ears(), Ears()
    async with a_scene(first, second) as scene:
        await scene.speak(3)
        await scene.fall_silent(after_s=3)
        first.streams[0].understand("good day")
        await scene.words()
        first.streams[0].break_off(BROKEN)

        assert (await opened(second)).heard_s == 0


async def test_who_makes_no_word_of_speech_has_failed_even_when_it_says_nothing_of_it() -> None:
    deaf, second = Ears(), Ears()
    async with a_scene(deaf, second, deaf_s=0.01) as scene:
        await scene.speak(2)
        await scene.fall_silent(after_s=2)

        assert (await opened(second)).heard_s == pytest.approx(2)


async def test_a_cough_that_becomes_no_word_is_nobodys_fault() -> None:
    first, second = Ears(), Ears()
    async with a_scene(first, second, deaf_s=0.0) as scene:
        await scene.speak(0.4)
        await scene.fall_silent(after_s=0.4)

        assert not second.streams


async def test_who_stops_speaking_while_one_ear_is_being_closed_is_heard_by_those_behind_it() -> None:
    first, deaf, third = Ears(), Ears(), Ears()
    async with a_scene(first, deaf, third, deaf_s=0.01) as scene:
        first.streams[0].may_close.clear()
        await scene.speak(2)
        first.streams[0].break_off(BROKEN)
        await settled()
        await scene.fall_silent(after_s=2)
        first.streams[0].may_close.set()
        await opened(deaf)
        await scene.speak(2)
        await scene.fall_silent(after_s=2)

        assert (await opened(third)).heard_s == pytest.approx(4)


async def test_without_its_ear_for_speech_the_chain_is_begun_anew_and_goes_on() -> None:
    first, second = Ears(), Ears()
    async with a_scene(first, second) as scene:
        await opened(first)
        scene.vad.is_broken = True
        await scene.hear(1)

        (await opened(first)).understand("good day")
        assert await scene.words() == "good day"


def test_deaf_ears_are_left_in_time_for_the_next_one_to_hear_what_was_said() -> None:
    a_words_time_s = 1.5
    assert PATIENCE.deaf_s + a_words_time_s <= NOT_HEARD_S


async def test_a_better_one_is_tried_again_after_its_time_between_two_utterances() -> None:
    first, second = Ears(BROKEN), Ears()
    async with a_scene(first, second) as scene:
        standing_in = await opened(second)
        scene.clock.now += OPEN_S
        standing_in.understand("good day")
        await scene.words()

        await opened(first)
        (await opened(first)).understand("back again")
        assert await scene.words() == "back again"
        assert scene.links.serving.made is first


async def test_when_all_fail_the_stream_fails_and_may_be_begun_again() -> None:
    first, second = Ears(BROKEN), Ears(BROKEN)
    async with a_scene(first, second) as scene:
        await opened(first)
        (await opened(first)).understand("good day")  # LiveKit begins a stream that failed again

        assert await scene.words() == "good day"


async def test_what_is_kept_has_an_end() -> None:
    first, second = Ears(), Ears()
    async with a_scene(first, second) as scene:
        await scene.speak(LONGEST_S * 2)
        first.streams[0].break_off(BROKEN)

        assert (await opened(second)).heard_s == pytest.approx(LONGEST_S, abs=FRAME_S)


async def test_the_end_of_the_sound_ends_it() -> None:
    async with a_scene(Ears(), Ears()) as scene:
        scene.listening.end_input()

        with pytest.raises(StopAsyncIteration):
            await anext(scene.events)
