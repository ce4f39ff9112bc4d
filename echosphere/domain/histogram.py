"""Durations as counts in steps of a tenth more each, so that those of many talks are added and a percentile is found
within five per cent, however many there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import ceil, exp, log
from typing import Self

LEAST_S, STEP = 0.05, 1.1
HIGHEST = 80  # some two minutes; what takes longer is counted there


@dataclass(frozen=True, slots=True)
class Histogram:
    """`counts` by step: step n holds what is over `LEAST_S * STEP ** (n - 1)` and not over `LEAST_S * STEP ** n`."""

    counts: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, durations_s: Iterable[float]) -> Self:
        counts: dict[int, int] = {}
        for duration_s in durations_s:
            step = _step(duration_s)
            counts[step] = counts.get(step, 0) + 1
        return cls(counts)

    def __add__(self, other: "Histogram") -> "Histogram":
        steps = {*self.counts, *other.counts}
        return Histogram({step: self.counts.get(step, 0) + other.counts.get(step, 0) for step in sorted(steps)})

    @property
    def count(self) -> int:
        return sum(self.counts.values())

    def percentile_s(self, share: float) -> float | None:
        """The middle of the step in which it lies; None of nothing."""
        wanted, seen = ceil(share * self.count), 0
        for step in sorted(self.counts):
            seen += self.counts[step]
            if seen >= wanted and seen:
                return round(LEAST_S * exp(log(STEP) * (step - 0.5)), 3)
        return None


def _step(duration_s: float) -> int:
    if duration_s <= LEAST_S:
        return 0
    return min(HIGHEST, ceil(log(duration_s / LEAST_S, STEP)))
