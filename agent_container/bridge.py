"""The one place where blocking code meets the event loop: a named thread that does one thing after the other."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


class Bridge:
    """One thread keeps the order of calls, and is what clients that are not thread-safe need."""

    def __init__(self, name: str) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def run[**P, T](self, blocking: Callable[P, T], *arguments: P.args, **keywords: P.kwargs) -> T:
        """Raises what `blocking` raises. A cancelled caller stops waiting; the call itself runs to its end."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: blocking(*arguments, **keywords))

    def close(self) -> None:
        """Drops what has not begun; does not wait for what has."""
        self._thread.shutdown(wait=False, cancel_futures=True)
