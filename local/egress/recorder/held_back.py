"""How long a track's sound or pictures are held back, on the average of late."""


class HeldBack:
    """`weight` is that of a new measure; one of less than `least` is waited for to grow."""

    def __init__(self, *, weight: float, least: int = 1) -> None:
        self.seconds = 0.0
        self._weight = weight
        self._least = least
        self._sum_s, self._count = 0.0, 0

    def note(self, sum_s: float, count: int) -> None:
        """Seconds that all that ever came out were held back together, and how many those are."""
        fresh = count - self._count
        if fresh < self._least:
            return
        measured_s = (sum_s - self._sum_s) / fresh
        self.seconds += (measured_s - self.seconds) * (self._weight if self._count else 1)
        self._sum_s, self._count = sum_s, count
