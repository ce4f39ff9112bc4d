"""How long something took, by two clocks that no test can set."""

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter_ns, process_time_ns

from bench.figures import Figures

DIGITS = 3


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds: of the processor, by all threads of this process; and of the wall, others' work included."""

    cpu_ms: float
    wall_ms: float

    def __sub__(self, other: "Taken") -> "Taken":
        return Taken(self.cpu_ms - other.cpu_ms, self.wall_ms - other.wall_ms)


class Stopwatch:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._cpu_ns, self._wall_ns = process_time_ns(), perf_counter_ns()

    def read(self) -> Taken:
        return Taken((process_time_ns() - self._cpu_ns) / 1e6, (perf_counter_ns() - self._wall_ns) / 1e6)


def added(with_it: Sequence[Taken], without: Sequence[Taken]) -> list[Taken]:
    """Each compared with its neighbour of the same round."""
    return [one - other for one, other in zip(with_it, without, strict=True)]


def told(taken: Sequence[Taken]) -> dict[str, dict[str, float]]:
    return {
        "cpu": Figures.of([each.cpu_ms for each in taken], digits=DIGITS).as_json(),
        "wall": Figures.of([each.wall_ms for each in taken], digits=DIGITS).as_json(),
    }
