"""Who talks in the room: tones in bursts, each at a moment that is known."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import av
import numpy
from livekit import api, rtc
from numpy.typing import NDArray

from tests.integration.egress.house import KEYS, House

RATE = 48_000
FRAME = RATE // 100
EVERY, LASTS = RATE, RATE // 5
LOUD = 2_000
Sound = NDArray[numpy.int16]


@dataclass
class Voice:
    room: rtc.Room
    bursts_s: list[float] = field(default_factory=list)
    """Wall clock at which each began."""
    _said: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def says(self, bursts: int) -> None:
        """Until it has said so many more."""
        wanted = len(self.bursts_s) + bursts
        async with self._said:
            await self._said.wait_for(lambda: len(self.bursts_s) >= wanted)

    async def begin_burst(self, at_s: float) -> None:
        self.bursts_s.append(at_s)
        async with self._said:
            self._said.notify_all()


@asynccontextmanager
async def a_voice(house: House, kind: Literal["standard", "agent"], *, hz: float) -> AsyncIterator[Voice]:
    grants = api.VideoGrants(room_join=True, room=house.room)
    token = api.AccessToken(KEYS.api_key, KEYS.api_secret).with_identity(kind).with_kind(kind).with_grants(grants)
    voice = Voice(rtc.Room())
    await voice.room.connect(house.installation.livekit_url, token.to_jwt())
    # The SDK plays from this buffer by its own clock, whatever the machine does meanwhile.
    source = rtc.AudioSource(RATE, 1, queue_size_ms=200)
    track = rtc.LocalAudioTrack.create_audio_track("voice", source)
    await voice.room.local_participant.publish_track(track)
    talking = asyncio.create_task(_talk(voice, source, hz))
    try:
        yield voice
    finally:
        talking.cancel()
        await asyncio.gather(talking, return_exceptions=True)
        await voice.room.disconnect()


async def _talk(voice: Voice, source: rtc.AudioSource, hz: float) -> None:
    begun_s, said = time.time(), 0
    while True:
        if said % EVERY == 0:
            await voice.begin_burst(begun_s + said / RATE)
        wave = 8000 * numpy.sin(2 * numpy.pi * hz * (said + numpy.arange(FRAME)) / RATE)
        pcm = (wave * (said % EVERY < LASTS)).astype(numpy.int16)
        await source.capture_frame(rtc.AudioFrame(pcm.tobytes(), RATE, 1, FRAME))
        said += FRAME


def read_sides(path: Path) -> Sound:
    """int16, one row for each side, 48 kHz."""
    resampler = av.AudioResampler("s16", layout="stereo", rate=RATE)
    with av.open(str(path)) as file:
        frames = [made for frame in file.decode(audio=0) for made in resampler.resample(frame)]
    return numpy.concatenate([frame.to_ndarray().reshape(-1, 2).T for frame in frames], axis=1)


def bursts_of(side: Sound, *, started_ns: int) -> list[float]:
    """Wall clock at which each burst of one side begins."""
    loud = numpy.nonzero(abs(side.astype(numpy.int32)) > LOUD)[0]
    first = loud[numpy.diff(loud, prepend=-RATE) > RATE // 4]
    return [started_ns / 1e9 + int(at) / RATE for at in first]


def pitch_hz(side: Sound) -> float:
    return float(abs(numpy.fft.rfft(side)).argmax() * RATE / len(side))
