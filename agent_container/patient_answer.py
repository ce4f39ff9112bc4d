"""An answer that is slow to come is announced, one that fails is asked for again: the person never waits in silence.

What is said meanwhile is part of the answer, so that it is heard, written and interrupted like the rest of it.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing

from livekit.agents import APIError, FlushSentinel, llm

from agent_container.faults import Faults
from agent_container.speech.sentences import has_a_sentence

type Piece = llm.ChatChunk | str | FlushSentinel
type Answer = AsyncGenerator[Piece]

# Each leaves less than 5 s of silence. Before the first, the end of the turn was waited for.
FIRST_WAIT_S = 3.0
NEXT_WAIT_S = 5.0  # of which what was just said takes one and more
GAP_S = 4.0  # within an answer, behind its first sentence
WHILE_WAITING = ("one_moment", "still_thinking")


async def patient_answer(ask: Callable[[], Answer], *, words: Callable[[str], str], faults: Faults) -> Answer:
    """`ask` begins the answer, anew at each call. Raises only what is a fault of ours."""
    for is_last in (False, True):
        has_begun = False
        try:
            async with aclosing(_announced(ask(), words)) as pieces:
                async for is_of_the_answer, piece in pieces:
                    has_begun = has_begun or is_of_the_answer
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
    """Each piece, and whether it is of the answer itself. Raises APIError, TimeoutError.

    The first sentence is held until it is whole: before that a voice has nothing to say.
    """
    unsaid, held = list(WHILE_WAITING), list[Piece]()
    now, has_begun = asyncio.get_running_loop().time, False
    due = now() + FIRST_WAIT_S
    async with aclosing(answer):
        coming = _next(answer)
        try:
            while True:
                await asyncio.wait([coming], timeout=max(0.0, due - now()))
                if coming.done():
                    if (piece := coming.result()) is not None:
                        held.append(piece)
                        coming = _next(answer)
                        has_begun = has_begun or _are_sayable(held)
                    if has_begun or piece is None:
                        while held:
                            yield True, held.pop(0)
                        due = now() + GAP_S
                    if piece is None:
                        return
                    continue
                if has_begun or not (unsaid or held):
                    raise TimeoutError
                for each in _meanwhile(unsaid, held, words):
                    yield each
                due = now() + NEXT_WAIT_S
        finally:
            coming.cancel()
            await asyncio.gather(coming, return_exceptions=True)


def _meanwhile(unsaid: list[str], held: list[Piece], words: Callable[[str], str]) -> Iterator[tuple[bool, Piece]]:
    """When all has been announced, the part of the sentence that is there."""
    if unsaid:
        yield False, f"{words(unsaid.pop(0))} "
    else:
        while held:
            yield True, held.pop(0)
    yield False, FlushSentinel()


def _are_sayable(held: list[Piece]) -> bool:
    return isinstance(held[-1], FlushSentinel) or has_a_sentence("".join(_text(piece) for piece in held))


def _text(piece: Piece) -> str:
    if isinstance(piece, llm.ChatChunk):
        return (piece.delta.content if piece.delta else None) or ""
    return piece if isinstance(piece, str) else ""


def _next(answer: Answer) -> asyncio.Future[Piece | None]:
    """None after the last."""
    return asyncio.ensure_future(anext(answer, None))
