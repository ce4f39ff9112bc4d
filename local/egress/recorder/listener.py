"""Hears one track: its sound, and how long that lay in the jitter buffer."""

import asyncio
import time
from collections.abc import Callable

import numpy
from livekit import rtc

from local.egress.recorder.sides import Side
from local.egress.recorder.timeline import RATE, Sound, Timeline

ASK_EVERY_S = 0.25
# Of each new measure of the jitter buffer, so that its packets' steps are no tempo changes.
WEIGHT = 0.25
LEAST_MEASURE = RATE // 10


class Listener:
    def __init__(self, track: rtc.Track, side: Side, hear: Callable[["Listener", Sound, int], None]) -> None:
        """`hear(listener, sound, at)`; `at` is `time.monotonic_ns` when it came."""
        self.side = side
        self.timeline = Timeline()
        self._track = track
        self._hear = hear
        self._stream = rtc.AudioStream(track, sample_rate=RATE, num_channels=1)
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._measure())]

    async def close(self) -> None:
        self._tasks[1].cancel()
        await self._stream.aclose()
        self._tasks[0].cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _listen(self) -> None:
        async for event in self._stream:
            # A copy: the SDK's memory goes with its frame.
            self._hear(self, numpy.frombuffer(event.frame.data, numpy.int16).copy(), time.monotonic_ns())

    async def _measure(self) -> None:
        held_s, out = 0.0, 0
        while True:
            await asyncio.sleep(ASK_EVERY_S)
            found = await self._jitter_buffer()
            if found is None or found[1] - out < LEAST_MEASURE:
                continue
            measured = round((found[0] - held_s) / (found[1] - out) * RATE)
            weight = WEIGHT if out else 1
            self.timeline.held_back += round((measured - self.timeline.held_back) * weight)
            held_s, out = found

    async def _jitter_buffer(self) -> tuple[float, int] | None:
        """Seconds that all samples together lay in it, and how many samples came out."""
        try:
            stats = await self._track.get_stats()
        except Exception:  # noqa: BLE001  # the SDK raises nothing narrower, and the track may be gone
            return None
        for found in stats:
            if found.HasField("inbound_rtp"):
                inbound = found.inbound_rtp.inbound
                return inbound.jitter_buffer_delay, inbound.jitter_buffer_emitted_count
        return None
