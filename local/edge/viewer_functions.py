"""Runs the distribution's viewer-request functions as they are, in one Node process that lives as long as the edge."""

import asyncio
import itertools
import json
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)

WORKER = Path(__file__).with_name("viewer_functions.js")
# Above the worker's own limit for one call: past it the worker itself is stuck.
LONGEST_WAIT_S = 5.0
# A request's headers come back in one line.
LONGEST_LINE_BYTES = 1024 * 1024

# What a function gets and gives: a request or a response in CloudFront's event form.
Event = Mapping[str, Any]


class FunctionFailed(Exception):
    """The function threw, or did not answer in time; CloudFront answers 503."""


class ViewerFunctions:
    def __init__(self, process: asyncio.subprocess.Process, codes: Sequence[str]) -> None:
        self._process = process
        self._codes = list(codes)
        self._ids = itertools.count()
        self._waiting: dict[int, asyncio.Future[Event]] = {}

    async def call(self, code: str, event: Event) -> Event:
        """Raises FunctionFailed."""
        call_id = next(self._ids)
        answer: asyncio.Future[Event] = asyncio.get_running_loop().create_future()
        self._waiting[call_id] = answer
        self._send({"id": call_id, "function": self._codes.index(code), "event": event})
        try:
            return await asyncio.wait_for(answer, LONGEST_WAIT_S)
        except TimeoutError as error:
            raise FunctionFailed("no answer") from error
        finally:
            del self._waiting[call_id]

    async def read_answers(self) -> None:
        assert self._process.stdout
        async for line in self._process.stdout:
            self._settle(json.loads(line))

    def load(self) -> None:
        self._send({"functions": self._codes})

    def _send(self, message: Mapping[str, object]) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(message).encode() + b"\n")

    def _settle(self, message: Event) -> None:
        answer = self._waiting.get(message.get("id", -1))
        if answer is None or answer.done():
            return
        if "error" in message:
            answer.set_exception(FunctionFailed(message["error"]))
        else:
            answer.set_result(message.get("result") or {})


@asynccontextmanager
async def viewer_functions(codes: Sequence[str], *, node: str = "node") -> AsyncIterator[ViewerFunctions]:
    process = await asyncio.create_subprocess_exec(
        node,
        str(WORKER),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LONGEST_LINE_BYTES,
    )
    functions = ViewerFunctions(process, codes)
    functions.load()
    reading = asyncio.create_task(functions.read_answers())
    try:
        yield functions
    finally:
        process.terminate()
        await process.wait()
        await reading
