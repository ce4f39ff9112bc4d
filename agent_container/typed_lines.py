"""Which typed lines have come, so that a page that does not know may ask, and one that comes twice is answered once."""

import asyncio
from contextlib import suppress

# A line and the question about it come on one connection, in their order; the line may still be read.
READING_S = 1.0


class TypedLines:
    """By who typed and the id that their page gave; lines of clients that give none are all new."""

    def __init__(self) -> None:
        self._come: dict[tuple[str, str], asyncio.Event] = {}

    def take(self, speaker: str, line: str | None) -> bool:
        """Whether it is new."""
        if line is None:
            return True
        come = self._of(speaker, line)
        is_new = not come.is_set()
        come.set()
        return is_new

    async def has_come(self, speaker: str, line: str) -> bool:
        with suppress(TimeoutError):
            async with asyncio.timeout(READING_S):
                await self._of(speaker, line).wait()
        return self._of(speaker, line).is_set()

    def _of(self, speaker: str, line: str) -> asyncio.Event:
        return self._come.setdefault((speaker, line), asyncio.Event())
