"""Which guests are speaking now, and who wants to know."""

from collections.abc import Callable


class GuestVoices:
    def __init__(self) -> None:
        self.speaking = frozenset[str]()
        self._listeners: list[Callable[[], None]] = []

    def when_they_speak(self, tell: Callable[[], None]) -> None:
        """And when they fall silent."""
        self._listeners.append(tell)

    def begin(self, identity: str) -> None:
        self._become(self.speaking | {identity})

    def end(self, identity: str) -> None:
        self._become(self.speaking - {identity})

    def _become(self, speaking: frozenset[str]) -> None:
        if speaking != self.speaking:
            self.speaking = speaking
            for tell in self._listeners:
                tell()
