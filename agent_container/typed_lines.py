"""Which typed lines have come, so that a page that does not know may ask, and one that comes twice is answered once."""

import asyncio
from contextlib import suppress

# A line and the question about it come on one connection, in their order; the line may still be read.
READING_S = 1.0


class TypedLines:
    """By who typed and the id that their page gave; lines of clients that give none are all new."""

    def __init__(self) -> None:
        self._come: set[tuple[str, str]] = set()
        self._awaited: dict[tuple[str, str], asyncio.Event] = {}
        """Kept no longer than somebody waits: whoever asks about what never comes leaves nothing behind."""

    def take(self, speaker: str, line: str | None) -> bool:
        """Whether it is new."""
        if line is None:
            return True
        is_new = (speaker, line) not in self._come
        self._come.add((speaker, line))
        if awaited := self._awaited.get((speaker, line)):
            awaited.set()
        return is_new

    async def has_come(self, speaker: str, line: str) -> bool:
        if (speaker, line) not in self._come:
            awaited = self._awaited.setdefault((speaker, line), asyncio.Event())
            with suppress(TimeoutError):
                async with asyncio.timeout(READING_S):
                    await awaited.wait()
            self._awaited.pop((speaker, line), None)
        return (speaker, line) in self._come
