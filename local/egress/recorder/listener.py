"""Hears one track: its sound, and how long that lay in the jitter buffer."""

import time
from collections.abc import Callable

import numpy
from livekit import rtc
from livekit.rtc._proto.stats_pb2 import InboundRtpStreamStats

from local.egress.recorder.held_back import HeldBack
from local.egress.recorder.sides import Side
from local.egress.recorder.timeline import RATE, Sound, Timeline
from local.egress.recorder.track_reader import TrackReader

# Small, so that its packets' steps are no tempo changes.
WEIGHT = 0.25
LEAST_MEASURE = RATE // 10
# A stall of this process or of the way: half a second of it is forgotten at once, not over the next two.
STEP_S = 0.04


class Listener(TrackReader[rtc.AudioStream]):
    ask_every_s = 0.25

    def __init__(self, track: rtc.Track, side: Side, hear: Callable[["Listener", Sound, int], None]) -> None:
        """`hear(listener, sound, at)`; `at` is `time.monotonic_ns` when it came."""
        self.side = side
        self.timeline = Timeline()
        self._hear = hear
        stream = rtc.AudioStream(track, sample_rate=RATE, num_channels=1)
        super().__init__(track, stream, HeldBack(weight=WEIGHT, least=LEAST_MEASURE, step_s=STEP_S))

    async def _read(self) -> None:
        async for event in self._stream:
            self.timeline.held_back = round(self._held_back.seconds * RATE)
            # A copy: the SDK's memory goes with its frame.
            self._hear(self, numpy.frombuffer(event.frame.data, numpy.int16).copy(), time.monotonic_ns())

    def _sums(self, inbound: InboundRtpStreamStats) -> tuple[float, int]:
        return inbound.jitter_buffer_delay, inbound.jitter_buffer_emitted_count
