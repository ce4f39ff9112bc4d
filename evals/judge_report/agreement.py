"""Two who say yes or no of the same things, and how far they agree."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """`first` is the truth where there is one."""

    both: int = 0
    first_alone: int = 0
    second_alone: int = 0
    neither: int = 0

    @property
    def count(self) -> int:
        return self.both + self.first_alone + self.second_alone + self.neither

    @property
    def precision(self) -> float | None:
        """Of what the second says, how much the first says, too. None where it says nothing."""
        return _ratio(self.both, self.both + self.second_alone)

    @property
    def recall(self) -> float | None:
        return _ratio(self.both, self.both + self.first_alone)

    @property
    def kappa(self) -> float | None:
        """Cohen's: agreement beyond chance. None where both always say the same one thing, and chance is all."""
        if self.count == 0:
            return None
        first, second = self.both + self.first_alone, self.both + self.second_alone
        agreed = (self.both + self.neither) / self.count
        by_chance = (first * second + (self.count - first) * (self.count - second)) / self.count**2
        return None if by_chance == 1 else (agreed - by_chance) / (1 - by_chance)


def agreement(pairs: Iterable[tuple[bool, bool]]) -> Agreement:
    said = list(pairs)
    return Agreement(
        both=said.count((True, True)),
        first_alone=said.count((True, False)),
        second_alone=said.count((False, True)),
        neither=said.count((False, False)),
    )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
