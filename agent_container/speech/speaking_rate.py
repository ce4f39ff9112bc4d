"""How much is said in each moment of an answer: by it captions, and what counts as heard, keep pace with the voice.

LiveKit measures it on the loop that hands the sound on, and transforms each moment ten times, piece by piece. A
sentence that comes at once keeps the loop for a tenth of a second and more while its first words should be sounding,
and the room holds no more than a fifth in store. These are the same figures, from transforming each moment once, by
the half second (`make bench BENCH=pace`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy
from livekit.agents.utils import aio
from livekit.agents.voice.transcription import synchronizer
from livekit.agents.voice.transcription._speaking_rate import SpeakingRateEvent
from numpy.lib.stride_tricks import sliding_window_view

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from livekit import rtc
    from numpy.typing import NDArray

    type Samples = NDArray[numpy.float32]

# As LiveKit has them, so that its estimate of how much was said is what it was.
WINDOW_S, STEP_S, PIECE_S = 1.0, 0.1, 0.025
LEAST_REST = 0.5  # of a window: a shorter end tells nothing
QUIET, QUIET_END, END = 0.005, 0.0025, 0.3  # of full scale, root mean square; the end's share of a window
TAKEN_IN_S = 0.5  # of ours, at once: many small pieces of work take thrice the time
BYTES, FULL_SCALE = 2, 32_767  # of a sample


def keep_pace_at_less_cost() -> None:
    """For every talk of this process that begins from now on; LiveKit has no setting for it."""
    setattr(synchronizer, "SpeakingRateDetector", SpeakingRate)  # noqa: B010  # a class for its like, says the contract


class SpeakingRate:
    """Takes the place of LiveKit's detector."""

    def stream(self) -> SpeakingRateStream:
        return SpeakingRateStream()


class SpeakingRateStream:
    """Of one answer. Frames are mono and of one rate."""

    def __init__(self) -> None:
        self._events = aio.Chan[SpeakingRateEvent]()
        self._sound: _Sound | None = None
        self._middle_s = WINDOW_S / 2

    def push_frame(self, frame: rtc.AudioFrame) -> None:
        if self._sound is None:
            self._sound = _Sound(frame.sample_rate)
        if self._sound.add(frame):
            self._tell_windows(self._sound)

    def end_input(self) -> None:
        if self._sound:
            self._sound.take_in()
            self._tell_windows(self._sound)
            if rest := self._sound.rest():
                rest_s, rate = rest
                self._tell(self._middle_s + rest_s, rate)
        self._events.close()

    async def aclose(self) -> None:
        self._events.close()

    def __aiter__(self) -> AsyncIterator[SpeakingRateEvent]:
        return self._events

    def _tell_windows(self, sound: _Sound) -> None:
        while (rate := sound.next_window()) is not None:
            self._tell(self._middle_s, rate)
            self._middle_s += STEP_S

    def _tell(self, at_s: float, rate: float) -> None:
        if not self._events.closed:
            self._events.send_nowait(SpeakingRateEvent(timestamp=at_s, speaking=rate > 0, speaking_rate=rate))


class _Sound:
    """From where the next window begins, and how much its spectrum has changed from piece to piece, from the start."""

    def __init__(self, sample_rate: int) -> None:
        self._sample_rate = sample_rate
        self._window, self._step = int(sample_rate * WINDOW_S), int(sample_rate * STEP_S)
        self._piece = int(sample_rate * PIECE_S)
        self._hop = self._piece // 2
        taper = numpy.hanning(self._piece)
        self._taper = (taper / numpy.sqrt(numpy.sum(taper**2))).astype(numpy.float32)
        self._waiting = bytearray()
        self._samples: Samples = numpy.empty(0, numpy.float32)
        self._begins = 0
        self._last: Samples | None = None
        self._pieces = 0
        self._changes: list[float] = []

    def add(self, frame: rtc.AudioFrame) -> bool:
        """Whether it was worth taking in what has come."""
        self._waiting += frame.data
        if len(self._waiting) < BYTES * TAKEN_IN_S * self._sample_rate:
            return False
        self.take_in()
        return True

    def take_in(self) -> None:
        came = numpy.divide(numpy.frombuffer(self._waiting, numpy.int16), FULL_SCALE, dtype=numpy.float32)
        self._samples = numpy.concatenate([self._samples, came])
        self._waiting = bytearray()
        new = self._samples[self._pieces * self._hop - self._begins :]
        if len(new) < self._piece:
            return
        spectra = numpy.abs(numpy.fft.rfft(sliding_window_view(new, self._piece)[:: self._hop] * self._taper))
        self._pieces += len(spectra)
        known = spectra if self._last is None else numpy.vstack([self._last, spectra])
        self._changes.extend(numpy.abs(numpy.diff(known, axis=0)).sum(axis=1).tolist())
        self._last = spectra[-1]

    def next_window(self) -> float | None:
        """How much is said in it; None where it has not all come."""
        if len(self._samples) < self._window:
            return None
        rate = self._rate(self._samples[: self._window])
        self._samples, self._begins = self._samples[self._step :], self._begins + self._step
        return rate

    def rest(self) -> tuple[float, float] | None:
        """Seconds, and how much is said in them; None where they are too few."""
        if len(self._samples) <= LEAST_REST * self._window:
            return None
        return len(self._samples) / self._sample_rate, self._rate(self._samples)

    def _rate(self, samples: Samples) -> float:
        if _loudness(samples) < QUIET or _loudness(samples[int(len(samples) * (1 - END)) :]) < QUIET_END:
            return 0.0
        first = -(-self._begins // self._hop)
        last = (self._begins + len(samples) - self._piece) // self._hop
        return float(numpy.mean(self._changes[first:last])) if last > first else 0.0


def _loudness(samples: Samples) -> float:
    return float(numpy.sqrt(numpy.dot(samples, samples) / len(samples))) if len(samples) else 0.0
