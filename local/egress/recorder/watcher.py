"""Sees one track: its pictures, and how long each was on its way through the jitter buffer and the decoder."""

import time
from collections.abc import Callable

from livekit import rtc
from livekit.rtc._proto.stats_pb2 import InboundRtpStreamStats

from local.egress.recorder.clock import NS
from local.egress.recorder.held_back import HeldBack
from local.egress.recorder.picture import Picture
from local.egress.recorder.track_reader import TrackReader

WEIGHT = 0.5
QUARTER_TURNS: dict[object, int] = {
    rtc.VideoRotation.VIDEO_ROTATION_0: 0,
    rtc.VideoRotation.VIDEO_ROTATION_90: 1,
    rtc.VideoRotation.VIDEO_ROTATION_180: 2,
    rtc.VideoRotation.VIDEO_ROTATION_270: 3,
}
# The server ends each track that it stops sending with a few black ones (livekit-server, pkg/sfu/downtrack.go, of 8 and
# of 2 pixels). They come before the word that the track is gone, and nobody shows anything as small.
SMALLEST = 16
# What comes while this process is busy; more would be shown for no time at all.
CAPACITY = 8


class Watcher(TrackReader[rtc.VideoStream]):
    """`see(picture, at)`; `at` is `time.monotonic_ns` when its first packet came."""

    ask_every_s = 0.5

    def __init__(self, track: rtc.Track, see: Callable[[Picture, int], None]) -> None:
        self._see = see
        stream = rtc.VideoStream(track, capacity=CAPACITY, format=rtc.VideoBufferType.I420)
        super().__init__(track, stream, HeldBack(weight=WEIGHT))

    async def _read(self) -> None:
        async for event in self._stream:
            if is_farewell(event.frame):
                continue
            came_ns = time.monotonic_ns() - round(self._held_back.seconds * NS)
            self._see(Picture(event.frame, QUARTER_TURNS[event.rotation]), came_ns)

    def _sums(self, inbound: InboundRtpStreamStats) -> tuple[float, int]:
        return inbound.total_processing_delay, inbound.frames_decoded


def is_farewell(frame: rtc.VideoFrame) -> bool:
    return frame.width < SMALLEST and frame.height < SMALLEST
