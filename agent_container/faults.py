"""How often in a row something failed in a talk, and when that is hopeless. What works again is forgiven."""

from dataclasses import dataclass

HOPELESS = 3


@dataclass
class Faults:
    in_a_row: int = 0
    _is_clean: bool = True

    @property
    def are_hopeless(self) -> bool:
        return self.in_a_row >= HOPELESS

    def begin_turn(self) -> None:
        self._is_clean = True

    def note(self) -> None:
        self.in_a_row += 1
        self._is_clean = False

    def forgive(self) -> None:
        """At the end of an answer. An apology is one, too, and forgives nothing."""
        if self._is_clean:
            self.in_a_row = 0
