"""How long a track's sound or pictures are held back, on the average of late."""

import math


class HeldBack:
    """`weight` is that of a new measure, unless it lies further than `step_s` away: that is no noise, and counts whole.

    A measure of less than `least` is waited for to grow.
    """

    def __init__(self, *, weight: float, least: int = 1, step_s: float = math.inf) -> None:
        self.seconds = 0.0
        self._weight = weight
        self._step_s = step_s
        self._least = least
        self._sum_s, self._count = 0.0, 0

    def note(self, sum_s: float, count: int) -> None:
        """Seconds that all that ever came out were held back together, and how many those are."""
        fresh = count - self._count
        if fresh < self._least:
            return
        measured_s = (sum_s - self._sum_s) / fresh
        is_whole = not self._count or abs(measured_s - self.seconds) > self._step_s
        self.seconds += (measured_s - self.seconds) * (1 if is_whole else self._weight)
        self._sum_s, self._count = sum_s, count
