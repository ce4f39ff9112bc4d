"""Where one track's sound belongs in the recording.

The SDK hands over 10 ms of sound every 10 ms, whatever the network does; what a stall or the jitter buffer moved is
put back here. Positions and lengths are samples at 48 kHz; position 0 is the recording's first sample.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

RATE = 48_000
Sound = NDArray[numpy.int16]

# A burst after a stall of this process comes with its delays; the least delayed frame tells the truth.
LOOK_AHEAD = 300 * RATE // 1000
# Below it nothing is corrected: the arrival's own jitter.
SLACK = 2 * RATE // 1000
# Beyond it, sound is missing or double; below it, the tempo is bent.
JUMP = 40 * RATE // 1000
# One in a hundred is not heard as a change of pitch.
BEND = 100
FADE = 2 * RATE // 1000
# Of 32767. Nobody hears a piece of silence come or go.
SILENT = 64


@dataclass(frozen=True)
class Placed:
    position: int
    sound: Sound


class Timeline:
    def __init__(self) -> None:
        self.held_back = 0
        """How long the sound lay in the jitter buffer before it came here."""
        self._waiting: deque[tuple[int, Sound]] = deque()
        self._next: int | None = None

    def hear(self, sound: Sound, *, at: int) -> None:
        """`at`: the position at which the last sample came."""
        self._waiting.append((at - len(sound), sound))

    def place(self, now: int, *, final: int = 0) -> Iterator[Placed]:
        """What is old enough to be judged by what came after it; nothing before `final`, which is written already."""
        while self._waiting and self._waiting[0][0] + LOOK_AHEAD <= now:
            if placed := self._place_first(final):
                yield placed

    def place_all(self, *, final: int = 0) -> Iterator[Placed]:
        while self._waiting:
            if placed := self._place_first(final):
                yield placed

    def _place_first(self, final: int) -> Placed | None:
        """None for silence that has no place: only that may go, a sound is rather heard late than never."""
        late = self._lateness()
        _, sound = self._waiting.popleft()
        silent = _is_silent(sound)
        if self._next is None or late > JUMP:
            self._next = (self._next or 0) + late
            sound = _faded_in(sound)
        elif late < -JUMP and silent:
            return None
        elif abs(late) > SLACK:
            most = len(sound) if silent else len(sound) // BEND
            sound = _bent(sound, by=max(-most, min(late, most)))
        self._next = max(self._next, final)
        placed = Placed(self._next, sound)
        self._next += len(sound)
        return placed

    def _lateness(self) -> int:
        """How much later than the next free position the first frame was heard, but for what stalls added."""
        first = self._waiting[0][0]
        expected = (self._next or 0) + self.held_back
        least = first - expected
        for came, sound in self._waiting:
            if came > first + LOOK_AHEAD:
                break
            least = min(least, came - expected)
            expected += len(sound)
        return least


def _is_silent(sound: Sound) -> bool:
    return bool(sound.max(initial=0) <= SILENT and sound.min(initial=0) >= -SILENT)


def _bent(sound: Sound, *, by: int) -> Sound:
    """`by` samples longer, or shorter; its ends stay, so that it joins its neighbours without a click."""
    wanted = numpy.linspace(0, len(sound) - 1, len(sound) + by)
    bent: Sound = numpy.interp(wanted, numpy.arange(len(sound)), sound).astype(numpy.int16)
    return bent


def _faded_in(sound: Sound) -> Sound:
    length = min(FADE, len(sound))
    faded = sound.copy()
    faded[:length] = (faded[:length] * numpy.linspace(0, 1, length)).astype(numpy.int16)
    return faded
