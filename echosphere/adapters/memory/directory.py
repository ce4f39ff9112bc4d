from dataclasses import dataclass, field

from echosphere.domain.errors import DirectoryUnavailable


@dataclass
class MemoryDirectory:
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    is_down: bool = False

    def profile(self, person_id: str) -> dict[str, str] | None:
        self._must_be_up()
        return self.people.get(person_id)

    def delete(self, person_id: str) -> None:
        self._must_be_up()
        self.people.pop(person_id, None)

    def _must_be_up(self) -> None:
        if self.is_down:
            raise DirectoryUnavailable
