"""From voice activity to words, with a decoder that knows beforehand what it will hear."""

from collections.abc import Sequence

import pytest
from livekit import rtc
from livekit.agents import stt, vad
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS

from agent_container.providers.local.decoders import Decoder, Decoders
from agent_container.providers.local.recogniser import SAMPLE_RATE, Hearing, PocketSphinx

pytestmark = pytest.mark.unit

FRAME = rtc.AudioFrame(bytes(2 * 512), SAMPLE_RATE, 1, 512)


class KnowingDecoder(Decoder):
    def __init__(self, *, so_far: list[str], guesses: list[str]) -> None:
        self._so_far = so_far
        self._guesses = guesses
        self.fed_bytes = 0

    async def start(self) -> None: ...

    async def feed(self, pcm: bytes) -> str:
        self.fed_bytes += len(pcm)
        return self._so_far.pop(0)

    async def finish(self) -> list[str]:
        return self._guesses


class ScriptedVad(vad.VADStream):
    def __init__(self, *events: vad.VADEventType) -> None:
        self._events = [an_event(kind) for kind in events]

    async def _main_task(self) -> None: ...

    def __aiter__(self) -> "ScriptedVad":
        return self

    async def __anext__(self) -> vad.VADEvent:
        if not self._events:
            raise StopAsyncIteration
        return self._events.pop(0)

    def push_frame(self, frame: rtc.AudioFrame) -> None: ...

    async def aclose(self) -> None: ...


def an_event(kind: vad.VADEventType) -> vad.VADEvent:
    return vad.VADEvent(
        type=kind, samples_index=0, timestamp=0.0, speech_duration=1.0, silence_duration=0.0, frames=[FRAME]
    )


START, WINDOW, END = (
    vad.VADEventType.START_OF_SPEECH,
    vad.VADEventType.INFERENCE_DONE,
    vad.VADEventType.END_OF_SPEECH,
)


async def hear(decoder: KnowingDecoder, *events: vad.VADEventType, prefer: int = 0) -> list[tuple[str, str]]:
    async def preferred(guesses: Sequence[str]) -> str:
        return guesses[prefer]

    recogniser = PocketSphinx(prefer=preferred)
    hearing = Hearing(
        recogniser,
        decoders=Decoders(lambda: decoder),
        vad_stream=ScriptedVad(*events),
        conn_options=DEFAULT_API_CONNECT_OPTIONS,
    )
    return [(event.type.value, event.alternatives[0].text) async for event in hearing if event.alternatives]


INTERIM, FINAL = stt.SpeechEventType.INTERIM_TRANSCRIPT.value, stt.SpeechEventType.FINAL_TRANSCRIPT.value


async def test_words_appear_while_they_are_said_and_are_final_when_silence_falls() -> None:
    decoder = KnowingDecoder(so_far=["", "what", "what", "what time"], guesses=["what time is it"])

    heard = await hear(decoder, START, WINDOW, WINDOW, WINDOW, END)

    assert heard == [(INTERIM, "what"), (INTERIM, "what time"), (FINAL, "what time is it")]


async def test_sound_before_and_after_speech_is_not_decoded() -> None:
    decoder = KnowingDecoder(so_far=[""], guesses=[])

    await hear(decoder, WINDOW, START, END, WINDOW)

    assert decoder.fed_bytes == len(bytes(FRAME.data))


async def test_of_several_guesses_the_one_that_can_be_answered_is_taken() -> None:
    decoder = KnowingDecoder(so_far=[""], guesses=["how many feet are in a while", "how many feet are in a mile"])

    heard = await hear(decoder, START, END, prefer=1)

    assert heard == [(FINAL, "how many feet are in a mile")]


async def test_noise_that_is_no_word_says_nothing() -> None:
    assert await hear(KnowingDecoder(so_far=[""], guesses=[]), START, END) == []
