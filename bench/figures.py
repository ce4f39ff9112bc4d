"""A row of samples, and the few numbers that say what it was like."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Self


@dataclass(frozen=True)
class Figures:
    """Milliseconds. P95 by linear interpolation, so it means little below some twenty samples."""

    n: int
    min_ms: float
    p50_ms: float
    p95_ms: float
    max_ms: float

    @classmethod
    def of(cls, samples_ms: Sequence[float], *, digits: int = 1) -> Self:
        p95 = quantiles(samples_ms, n=20, method="inclusive")[-1] if len(samples_ms) > 1 else samples_ms[0]
        numbers = (min(samples_ms), median(samples_ms), p95, max(samples_ms))
        return cls(len(samples_ms), *(round(number, digits) for number in numbers))

    def as_json(self) -> dict[str, float]:
        return asdict(self)

    def __str__(self) -> str:
        numbers = (("p50", self.p50_ms), ("p95", self.p95_ms), ("min", self.min_ms), ("max", self.max_ms))
        return "  ".join([*(f"{name} {number:8.1f}" for name, number in numbers), f"n={self.n}"])
