"""Reads one track, and measures how long what comes of it was held back on its way through the SDK."""

import asyncio
from abc import ABC, abstractmethod
from typing import ClassVar

from livekit import rtc
from livekit.rtc._proto.stats_pb2 import InboundRtpStreamStats

from local.egress.recorder.held_back import HeldBack


class TrackReader[Stream: (rtc.AudioStream, rtc.VideoStream)](ABC):
    """A kind of track says how its stream is read, and which of WebRTC's sums tell of its delay."""

    ask_every_s: ClassVar[float]

    def __init__(self, track: rtc.Track, stream: Stream, held_back: HeldBack) -> None:
        self._track = track
        self._stream: Stream = stream
        self._held_back = held_back
        self._tasks = [asyncio.create_task(self._read()), asyncio.create_task(self._measure())]

    async def close(self) -> None:
        self._tasks[1].cancel()
        await self._stream.aclose()
        self._tasks[0].cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @abstractmethod
    async def _read(self) -> None: ...

    @abstractmethod
    def _sums(self, inbound: InboundRtpStreamStats) -> tuple[float, int]:
        """Seconds that all that came out were held back together, and how many came out."""

    async def _measure(self) -> None:
        while True:
            if inbound := await self._inbound():
                self._held_back.note(*self._sums(inbound))
            await asyncio.sleep(self.ask_every_s)

    async def _inbound(self) -> InboundRtpStreamStats | None:
        try:
            told = await self._track.get_stats()
        except Exception:  # noqa: BLE001  # the SDK raises nothing narrower, and the track may be gone
            return None
        return next((each.inbound_rtp.inbound for each in told if each.HasField("inbound_rtp")), None)
