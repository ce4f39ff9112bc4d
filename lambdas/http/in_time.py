"""Whoever asks is answered in time, as the edge waits 30 s: before their turn comes, and when it takes too long.

Else a crowd is served until each has given up, and what is done for those who left keeps the next ones waiting.
"""

import asyncio
import time
from collections.abc import Callable

from fastapi import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from echosphere.domain.errors import EchoSphereError, Overloaded, TookTooLong

MOST_WAITED_S = 6.0  # some ten times a cold start
# Behind it are the function's own end, after 29 s, and time for the answer on a machine that is short of it.
MOST_TAKEN_S = 22.0
LEAST_S = 1.0  # to refuse who is too late for more


async def refuse_the_late(request: Request) -> None:
    """Who waited long for their turn comes again before anything is begun. Raises Overloaded."""
    if _taken_s(request.scope) > MOST_WAITED_S:
        raise Overloaded


class AnswerInTime:
    """What takes too long is told so and goes on by itself: to ask again with the same key finds what it came to."""

    def __init__(self, app: ASGIApp, *, say: Callable[[Request, EchoSphereError], Response]) -> None:
        self._app = app
        self._say = say

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_over = False

        async def send_in_time(message: Message) -> None:
            if not is_over:
                await send(message)

        answering = asyncio.ensure_future(self._app(scope, receive, send_in_time))
        done, _ = await asyncio.wait({answering}, timeout=max(LEAST_S, MOST_TAKEN_S - _taken_s(scope)))
        if done:
            await answering
        else:
            is_over = True
            await self._say(Request(scope), TookTooLong())(scope, receive, send)


def _taken_s(scope: Scope) -> float:
    """Since API Gateway took the request in, which it tells in milliseconds since 1970; none where it does not."""
    came_ms = scope.get("aws.event", {}).get("requestContext", {}).get("timeEpoch")
    return 0.0 if came_ms is None else time.time() - came_ms / 1000
