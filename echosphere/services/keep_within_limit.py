"""Each request counts. What is too much is refused, with the time at which to come again."""

from collections import OrderedDict

from echosphere.domain.errors import TooManyRequests
from echosphere.domain.rate_limit import Allowance, RateLimit
from echosphere.ports import Clock
from echosphere.ports.rate_counter import RateCounter

KEPT = 1_000  # people of whom a process knows that they have something left


class RateLimiter:
    """One for each process. What it has counted and not used up is lost with it, on the strict side."""

    def __init__(self, counter: RateCounter, clock: Clock) -> None:
        self._counter = counter
        self._clock = clock
        self._leases: OrderedDict[tuple[str, str, int], tuple[int, int]] = OrderedDict()

    def take(self, whose: str, limit: RateLimit) -> Allowance:
        """Raises TooManyRequests, StoreUnavailable."""
        now = self._clock.now()
        window, resets_in_s = limit.window_at(now), limit.resets_in_s(now)
        key = (whose, limit.name, window)
        in_hand, counted = self._leases.pop(key, (0, 0))
        if in_hand == 0:
            in_hand, counted = self._lease(whose, limit, window)
        if in_hand == 0:
            raise TooManyRequests(limit.name, retry_after_s=resets_in_s)
        self._leases[key] = (in_hand - 1, counted)
        if len(self._leases) > KEPT:
            self._leases.popitem(last=False)
        return Allowance(limit=limit, left=limit.most - counted + in_hand - 1, resets_in_s=resets_in_s)

    def _lease(self, whose: str, limit: RateLimit, window: int) -> tuple[int, int]:
        """How many it has got, and how many are counted now. The last ones are counted one by one."""
        for by in sorted({limit.lease, 1}, reverse=True):
            counted = self._counter.count(whose, limit, window=window, by=by)
            if counted is not None:
                return by, counted
        return 0, limit.most
