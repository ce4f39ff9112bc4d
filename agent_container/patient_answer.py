"""An answer that is slow to come is announced, one that fails is asked for again: the person never waits in silence.

What is said meanwhile is part of the answer, so that it is heard, written and interrupted like the rest of it.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from livekit.agents import APIError, FlushSentinel, llm

from agent_container.faults import Faults

type Piece = llm.ChatChunk | str | FlushSentinel
type Answer = AsyncGenerator[Piece]

# Each leaves less than 5 s of silence. Before the first, the end of the turn was waited for.
FIRST_WAIT_S = 3.0
NEXT_WAIT_S = 5.0  # of which what was just said takes one and more
GAP_S = 4.0  # within an answer
WHILE_WAITING = ("one_moment", "still_thinking")


async def patient_answer(ask: Callable[[], Answer], *, words: Callable[[str], str], faults: Faults) -> Answer:
    """`ask` begins the answer, anew at each call. Raises only what is a fault of ours."""
    for is_last in (False, True):
        has_begun = False
        try:
            async with aclosing(_announced(ask(), words)) as pieces:
                async for is_of_the_answer, piece in pieces:
                    has_begun = is_of_the_answer
                    yield piece
                return
        except (APIError, TimeoutError):
            if not (has_begun or is_last):
                yield f"{words('sorry.again')} "
                yield FlushSentinel()
                continue
        faults.note()
        apology = "sorry.lost" if has_begun else "sorry.no_answer"
        yield f" {words('goodbye.broken' if faults.are_hopeless else apology)}"
        return


async def _announced(answer: Answer, words: Callable[[str], str]) -> AsyncGenerator[tuple[bool, Piece]]:
    """Each piece, and whether it is of the answer itself. Raises APIError, TimeoutError."""
    unsaid = list(WHILE_WAITING)
    wait_s, has_begun = FIRST_WAIT_S, False
    async with aclosing(answer):
        coming = _next(answer)
        try:
            while True:
                await asyncio.wait([coming], timeout=wait_s)
                if coming.done():
                    if (piece := coming.result()) is None:
                        return
                    has_begun, wait_s, coming = True, GAP_S, _next(answer)
                    yield has_begun, piece
                elif has_begun or not unsaid:
                    raise TimeoutError
                else:
                    wait_s = NEXT_WAIT_S
                    yield has_begun, f"{words(unsaid.pop(0))} "
                    yield has_begun, FlushSentinel()
        finally:
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)


def _next(answer: Answer) -> asyncio.Future[Piece | None]:
    """None after the last."""
    return asyncio.ensure_future(anext(answer, None))
