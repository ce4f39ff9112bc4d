"""The recording's two sides, summed sample by sample; what is taken is final."""

import numpy
from numpy.typing import NDArray

from local.egress.recorder.sides import Side
from local.egress.recorder.timeline import RATE, Placed, Sound

SIDES = 2


class Mix:
    def __init__(self) -> None:
        self.taken = 0
        """How many samples of each side are final."""
        self.came_too_late = 0
        """How many samples belonged to what was final already."""
        self._open: NDArray[numpy.int32] = numpy.zeros((SIDES, RATE), numpy.int32)

    def add(self, placed: Placed, side: Side) -> None:
        start = placed.position - self.taken
        lost = min(max(-start, 0), len(placed.sound))
        self.came_too_late += lost
        sound = placed.sound[lost:]
        start += lost
        self._make_room(start + len(sound))
        for row in side.value:
            self._open[row, start : start + len(sound)] += sound

    def take(self, until: int) -> Sound:
        """All that is not yet taken and lies before `until`: int16, one row for each side, silence where none was."""
        length = max(until - self.taken, 0)
        self._make_room(length)
        limits = numpy.iinfo(numpy.int16)
        taken: Sound = self._open[:, :length].clip(limits.min, limits.max).astype(numpy.int16)
        self._open = self._open[:, length:]
        self.taken += length
        return taken

    def _make_room(self, length: int) -> None:
        missing = length - self._open.shape[1]
        if missing > 0:
            self._open = numpy.pad(self._open, ((0, 0), (0, missing + RATE)))
