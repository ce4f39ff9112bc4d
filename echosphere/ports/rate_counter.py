from typing import Protocol

from echosphere.domain.rate_limit import RateLimit


class RateCounter(Protocol):
    def count(self, whose: str, limit: RateLimit, *, window: int, by: int) -> int | None:
        """So many more in this window, of which it forgets after it. Returns how many that makes; None where it would
        be more than the most, and then nothing is counted. Raises StoreUnavailable."""
        ...
