"""The recording's one clock: positions in samples since its first one."""

import time

from local.egress.recorder.timeline import RATE

NS = 1_000_000_000


class Clock:
    """Runs by the monotonic clock, so that no correction of the wall clock moves a sound."""

    def __init__(self, started_ns: int) -> None:
        """`started_ns`: `time.monotonic_ns` at position 0."""
        self._started_ns = started_ns
        self.wall_ns = time.time_ns() - (time.monotonic_ns() - started_ns)

    def position(self, monotonic_ns: int) -> int:
        return (monotonic_ns - self._started_ns) * RATE // NS

    def now(self) -> int:
        return self.position(time.monotonic_ns())
