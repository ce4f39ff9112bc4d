from typing import Protocol


class Directory(Protocol):
    """Where people's sign-ins are kept. Every method raises DirectoryUnavailable when it does not answer."""

    def profile(self, person_id: str) -> dict[str, str] | None:
        """What the person said of themselves when signing up, by the directory's own names. None: unknown."""
        ...

    def delete(self, person_id: str) -> None:
        """Nobody signs in as this person again, and no sign-in is renewed. One that is gone is no error."""
        ...
