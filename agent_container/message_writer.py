"""Messages on their way to the store, off the audio loop.

One task writes them in their order. A store that does not answer is waited for, as long as the talk lasts;
what is over `CAPACITY` by then is refused, newest first, and logged, because the loop must never wait for it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable

import stamina

from echosphere.domain.errors import EchoSphereError
from echosphere.domain.message import Message

CAPACITY = 256  # some twenty minutes of lively talk without a store
FLUSH_DEADLINE_S = 8.0  # inside the 20 s that a job process has to end

logger = logging.getLogger(__name__)


class MessageWriter:
    def __init__(self, record: Callable[[Message], Awaitable[None]], *, capacity: int = CAPACITY) -> None:
        self._record = record
        self._waiting: asyncio.Queue[Message] = asyncio.Queue(capacity)
        self._task = asyncio.create_task(self._write_one_after_the_other(), name="message_writer")

    def put(self, message: Message) -> None:
        """Never waits."""
        try:
            self._waiting.put_nowait(message)
        except asyncio.QueueFull:
            logger.error("message refused, too many are waiting", extra={"message_id": message.id})

    async def flush(self, *, deadline_s: float = FLUSH_DEADLINE_S) -> None:
        """Returns when all is written, or after the deadline: then what is left is lost and counted in the log."""
        try:
            async with asyncio.timeout(deadline_s):
                await self._waiting.join()
        except TimeoutError:
            logger.error("messages lost, the store did not answer", extra={"messages": self._waiting.qsize() + 1})

    async def close(self) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _write_one_after_the_other(self) -> None:
        while True:
            message = await self._waiting.get()
            try:
                await self._write(message)
            except Exception as error:  # noqa: BLE001  # an edge: whatever befell one message must not stop the next
                logger.error("message lost", extra={"message_id": message.id, "error": type(error).__name__})
            finally:
                self._waiting.task_done()

    async def _write(self, message: Message) -> None:
        async for attempt in stamina.retry_context(on=is_retryable, attempts=None, timeout=None):
            with attempt:
                await self._record(message)


def is_retryable(error: Exception) -> bool:
    return isinstance(error, EchoSphereError) and error.retryable
