"""What a stand-in is to do, and what it saw. One script serves every wire."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

NEVER_S = 3600.0
RATE = 16_000


class Fault(StrEnum):
    THROTTLE = "throttle"
    BROKEN = "broken"
    REFUSED = "refused"
    SILENCE = "silence"
    CUT = "cut"
    """The connection ends after the first piece."""


STATUS = {Fault.THROTTLE: 429, Fault.BROKEN: 500, Fault.REFUSED: 403}


@dataclass
class Script:
    words: tuple[str, ...] = ("Guten ", "Tag, ", "日本 ação ☀")
    fault: Fault | None = None
    delay_s: float = 0.0
    requests: list[dict[str, Any]] = field(default_factory=list)
    heard_bytes: int = 0
    callers: set[tuple[str, int]] = field(default_factory=set)
    """Their connections."""
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    """Set, unless a test holds the stand-in after its first piece."""
    served: int = 0
    _open: int = 0
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    def __post_init__(self) -> None:
        self.go_on.set()

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def status(self) -> int | None:
        return STATUS.get(self.fault) if self.fault else None

    @asynccontextmanager
    async def call(self, caller: tuple[str, int]) -> AsyncIterator[None]:
        self.callers.add(caller)
        await self._count(1)
        try:
            yield
        finally:
            await asyncio.shield(self._count(-1))

    async def first(self) -> None:
        """Before anything is given."""
        if self.fault is Fault.SILENCE:
            await asyncio.sleep(NEVER_S)
        await asyncio.sleep(self.delay_s)

    async def until_called(self) -> None:
        await self._until(lambda: self.served > 0)

    async def until_everybody_left(self) -> None:
        await self._until(lambda: self._open == 0)

    async def _count(self, change: int) -> None:
        async with self._changed:
            self._open += change
            self.served += max(change, 0)
            self._changed.notify_all()

    async def _until(self, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(5), self._changed:
            await self._changed.wait_for(holds)
