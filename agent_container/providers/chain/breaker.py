"""When a provider that failed is asked again: a circuit breaker with a time that it stays open."""

import time
from collections.abc import Callable

from livekit.agents import APIError

OPEN_S = 30.0
LONGEST_S = 300.0


class Breaker:
    """Closed until the first failure, because in a talk each failure is silence that a person hears.

    Then open: left out for 30 s, each time twice as long up to 5 min. What cannot be mended by waiting, as a refused
    key, opens it for 5 min at once. After that one request tries; the others leave it out until that one has an end.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open_s = OPEN_S
        self._closed_again_at: float | None = None

    @property
    def is_closed(self) -> bool:
        return self._closed_again_at is None

    def would_let_through(self) -> bool:
        return self._closed_again_at is None or self._clock() >= self._closed_again_at

    def let_through(self) -> bool:
        """Asking is trying: who is let through while it is open is the only one for as long as it was open."""
        if not self.would_let_through():
            return False
        if self._closed_again_at is not None:
            self._closed_again_at = self._clock() + self._open_s
        return True

    def succeeded(self) -> None:
        self._closed_again_at, self._open_s = None, OPEN_S

    def failed(self, error: Exception) -> None:
        is_hopeless = isinstance(error, APIError) and not error.retryable
        if is_hopeless:
            self._open_s = LONGEST_S
        elif self._closed_again_at is not None:
            self._open_s = min(2 * self._open_s, LONGEST_S)
        self._closed_again_at = self._clock() + self._open_s
