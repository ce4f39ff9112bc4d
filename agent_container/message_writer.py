"""Messages and figures on their way to the store, off the audio loop.

One task writes them in their order. A store that does not answer is waited for, as long as the talk lasts;
what is over `CAPACITY` by then is refused, newest first, and logged, because the loop must never wait for it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import stamina

from agent_container.records import Record
from echosphere.domain.errors import EchoSphereError

CAPACITY = 512  # some twenty minutes of lively talk without a store: four records a turn
FLUSH_DEADLINE_S = 8.0  # inside the 20 s that a job process has to end

logger = logging.getLogger(__name__)


class MessageWriter:
    def __init__(self, record: Callable[[Record], Awaitable[None]], *, capacity: int = CAPACITY) -> None:
        self._record = record
        self._waiting: asyncio.Queue[Record] = asyncio.Queue(capacity)
        self._task = asyncio.create_task(self._write_one_after_the_other(), name="message_writer")

    def put(self, record: Record) -> None:
        """Never waits."""
        try:
            self._waiting.put_nowait(record)
        except asyncio.QueueFull:
            logger.error("record refused, too many are waiting", extra=_named(record))

    async def flush(self, *, deadline_s: float = FLUSH_DEADLINE_S) -> None:
        """Returns when all is written, or after the deadline: then what is left is lost and counted in the log."""
        try:
            async with asyncio.timeout(deadline_s):
                await self._waiting.join()
        except TimeoutError:
            logger.error("records lost, the store did not answer", extra={"records": self._waiting.qsize() + 1})

    async def close(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _write_one_after_the_other(self) -> None:
        while True:
            record = await self._waiting.get()
            try:
                await self._write(record)
            except Exception as error:  # noqa: BLE001  # an edge: whatever befell one record must not stop the next
                logger.error("record lost", extra={**_named(record), "error": type(error).__name__})
            finally:
                self._waiting.task_done()

    async def _write(self, record: Record) -> None:
        async for attempt in stamina.retry_context(on=is_retryable, attempts=None, timeout=None):
            with attempt:
                await self._record(record)


def _named(record: Record) -> dict[str, str]:
    return {"record": type(record).__name__, "record_id": record.id}


def is_retryable(error: Exception) -> bool:
    return isinstance(error, EchoSphereError) and error.retryable
