"""What a recogniser is given of a guest's speech."""

import asyncio
from collections.abc import AsyncIterator

import numpy
import pytest
from livekit import rtc
from livekit.agents import stt
from livekit.agents.types import DEFAULT_API_CONNECT_OPTIONS
from livekit.agents.vad import VADEvent, VADEventType

from agent_container.guests.ear import SILENCE_S, Ear, Said
from agent_container.providers.by_utterance import SILENCE_S as ENDS_AN_UTTERANCE_S
from tests.talks.parts import ScriptedEars, ScriptedVad
from tests.talks.virtual_time import on_virtual_time

pytestmark = pytest.mark.unit
HZ = 16_000


class Nobody:
    def on_voice(self) -> None: ...
    def on_words(self) -> None: ...
    def on_said(self, said: Said) -> None: ...
    def on_silence(self) -> None: ...


class Recogniser(stt.RecognizeStream):
    def __init__(self) -> None:
        super().__init__(stt=ScriptedEars(), conn_options=DEFAULT_API_CONNECT_OPTIONS)
        self.heard = b""

    async def _run(self) -> None:
        async for item in self._input_ch:
            if isinstance(item, rtc.AudioFrame):
                self.heard += bytes(item.data)


async def endless() -> AsyncIterator[rtc.AudioFrame]:
    await asyncio.Event().wait()
    yield rtc.AudioFrame.create(HZ, 1, 0)


def speech(seconds: float) -> VADEvent:
    loud = rtc.AudioFrame(numpy.full(round(seconds * HZ), 9_000, numpy.int16).tobytes(), HZ, 1, round(seconds * HZ))
    return VADEvent(
        type=VADEventType.START_OF_SPEECH,
        samples_index=0,
        timestamp=0.0,
        speech_duration=seconds,
        silence_duration=0.0,
        frames=[loud],
    )


@on_virtual_time
async def test_behind_what_was_cut_off_there_is_a_silence_by_which_recognisers_know_its_end() -> None:
    voice, recogniser = ScriptedVad(), Recogniser()
    ear = Ear(voice=voice.stream(), recognise=lambda: recogniser, listener=Nobody())
    listening = asyncio.create_task(ear.listen(endless()))
    await asyncio.sleep(0.1)
    assert voice.last is not None
    voice.last.put(speech(1.0))
    await asyncio.sleep(0.1)

    ear.stop()
    await listening

    samples = numpy.frombuffer(recogniser.heard, numpy.int16)
    assert samples[: HZ - 1].all() and not samples[HZ:].any()
    assert len(samples) == round((1.0 + SILENCE_S) * HZ) and SILENCE_S > ENDS_AN_UTTERANCE_S
