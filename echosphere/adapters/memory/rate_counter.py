from echosphere.domain.rate_limit import RateLimit


class MemoryRateCounter:
    def __init__(self) -> None:
        self._counts: dict[tuple[str, str, int], int] = {}

    def count(self, whose: str, limit: RateLimit, *, window: int, by: int) -> int | None:
        key = (whose, limit.name, window)
        counted = self._counts.get(key, 0) + by
        if counted > limit.most:
            return None
        self._counts[key] = counted
        return counted
