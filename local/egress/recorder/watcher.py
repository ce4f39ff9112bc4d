"""Sees one track: its pictures, and how long each was on its way through the jitter buffer and the decoder."""

import asyncio
import time
from collections.abc import Callable

from livekit import rtc

from local.egress.recorder.clock import NS
from local.egress.recorder.picture import Picture

ASK_EVERY_S = 0.5
WEIGHT = 0.5
QUARTER_TURNS: dict[object, int] = {
    rtc.VideoRotation.VIDEO_ROTATION_0: 0,
    rtc.VideoRotation.VIDEO_ROTATION_90: 1,
    rtc.VideoRotation.VIDEO_ROTATION_180: 2,
    rtc.VideoRotation.VIDEO_ROTATION_270: 3,
}
# What comes while this process is busy; more would be shown for no time at all.
CAPACITY = 8


class Watcher:
    """`see(picture, at)`; `at` is `time.monotonic_ns` when its first packet came."""

    def __init__(self, track: rtc.Track, see: Callable[[Picture, int], None]) -> None:
        self._track = track
        self._see = see
        self._held_back_ns = 0
        self._stream = rtc.VideoStream(track, capacity=CAPACITY, format=rtc.VideoBufferType.I420)
        self._tasks = [asyncio.create_task(self._watch()), asyncio.create_task(self._measure())]

    async def close(self) -> None:
        self._tasks[1].cancel()
        await self._stream.aclose()
        self._tasks[0].cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _watch(self) -> None:
        async for event in self._stream:
            self._see(Picture(event.frame, QUARTER_TURNS[event.rotation]), time.monotonic_ns() - self._held_back_ns)

    async def _measure(self) -> None:
        held_s, out = 0.0, 0
        while True:
            found = await self._processing()
            if found and found[1] > out:
                measured = round((found[0] - held_s) / (found[1] - out) * NS)
                weight = WEIGHT if out else 1
                self._held_back_ns += round((measured - self._held_back_ns) * weight)
                held_s, out = found
            await asyncio.sleep(ASK_EVERY_S)

    async def _processing(self) -> tuple[float, int] | None:
        """Seconds that all pictures together took from their first packet to the end of decoding, and how many."""
        try:
            stats = await self._track.get_stats()
        except Exception:  # noqa: BLE001  # the SDK raises nothing narrower, and the track may be gone
            return None
        for found in stats:
            if found.HasField("inbound_rtp"):
                inbound = found.inbound_rtp.inbound
                return inbound.total_processing_delay, inbound.frames_decoded
        return None
