"""When brain and voice began and first gave something, and when the person was last heard: by the talk's own ear.

LiveKit's figures tell how long a stage took, not when; its end of speech is some tens of milliseconds early, and its
first frame may be silence. All moments are unix seconds.
"""

import time
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator
from dataclasses import dataclass, field

import numpy
from livekit import rtc

from echosphere.domain.turn import Incident

KEPT = 16  # runs of a stage: an answer that is corrected while it is thought of is begun anew some times
HEARD_S = 12.0  # longer than any turn waits to be decided
STEP_S = 0.01
AUDIBLE = 327  # a hundredth of full scale: far above comfort noise, far below speech
OF_THE_LOUDEST = 0.015  # some 36 dB below: a word's last consonant is above it, a room's noise mostly not
BEYOND_S, BEFORE_S = 0.15, 0.6  # around the end that the voice activity detector gives


@dataclass(slots=True)
class Run:
    """Of a stage, once."""

    began_at: float = 0.0
    gave_at: float | None = None
    _silent_s: float = 0.0
    _is_audible: bool = False

    @property
    def silent_s(self) -> float:
        """What a voice's sound begins with, before it can be heard; none where it never could."""
        return self._silent_s if self._is_audible else 0.0

    def take(self, frame: rtc.AudioFrame) -> None:
        if self.gave_at is None:
            self.gave_at = time.time()
        if not self._is_audible:
            loud = numpy.flatnonzero(_loudness(frame) > AUDIBLE)
            self._is_audible = bool(loud.size)
            self._silent_s += loud[0] / frame.sample_rate if loud.size else frame.duration


@dataclass(slots=True)
class Stages:
    thinking: deque[Run] = field(default_factory=lambda: deque(maxlen=KEPT))
    voicing: deque[Run] = field(default_factory=lambda: deque(maxlen=KEPT))
    listened_s: float = 0.0
    way_s: float = 0.0
    """How old the owner's sound is when it comes here; see `behaviors/measure_the_way.py`."""
    _heard: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=round(HEARD_S / STEP_S)))
    _incidents: list[Incident] = field(default_factory=list)

    def note(self, incident: Incident) -> None:
        self._incidents.append(incident)

    def note_way(self, seconds: float) -> None:
        self.way_s = seconds

    @property
    def has_incidents(self) -> bool:
        return bool(self._incidents)

    def take_incidents(self) -> list[Incident]:
        """Since they were last taken."""
        taken, self._incidents = self._incidents, []
        return taken

    async def hear(self, audio: AsyncIterable[rtc.AudioFrame]) -> AsyncGenerator[rtc.AudioFrame]:
        async for frame in audio:
            self.listened_s += frame.duration
            self._listen(frame, came_at=time.time())
            yield frame

    async def think[Piece](self, answer: AsyncIterable[Piece]) -> AsyncGenerator[Piece]:
        run = Run(time.time())
        self.thinking.append(run)
        async for piece in answer:
            run.gave_at = run.gave_at or time.time()
            yield piece

    async def read(self, sentences: AsyncIterator[str], run: Run) -> AsyncGenerator[str]:
        """The voice's run begins with the first of them."""
        async for sentence in sentences:
            if not run.began_at:
                run.began_at = time.time()
                self.voicing.append(run)
            yield sentence

    def fell_silent_at(self, *, from_: float, until: float) -> float:
        """When the last sound came of what was said between these two; `until` where this ear cannot tell."""
        said = [each for each in self._heard if from_ <= each[0] <= until + BEYOND_S]
        if not said:
            return until
        enough = max(AUDIBLE, OF_THE_LOUDEST * max(loudness for _, loudness in said))
        last = next((at for at, loudness in reversed(said) if loudness > enough), until)
        is_told = until - BEFORE_S <= last < said[-1][0]  # what goes on beyond it is noise, or somebody else
        return last if is_told else until

    def _listen(self, frame: rtc.AudioFrame, *, came_at: float) -> None:
        samples, step = _loudness(frame), round(frame.sample_rate * STEP_S)
        began_at = came_at - frame.duration
        for first in range(0, len(samples), step):
            ended_at = began_at + min(first + step, len(samples)) / frame.sample_rate
            self._heard.append((ended_at, int(samples[first : first + step].max())))


def _loudness(frame: rtc.AudioFrame) -> numpy.ndarray[tuple[int], numpy.dtype[numpy.int32]]:
    return numpy.abs(numpy.frombuffer(frame.data, numpy.int16).astype(numpy.int32))


def last_before(runs: deque[Run], moment: float) -> Run | None:
    """The run whose fruit was used: what was begun before it was thrown away."""
    return next((run for run in reversed(runs) if run.gave_at is not None and run.gave_at <= moment), None)
