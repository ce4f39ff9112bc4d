"""What watching a talk costs whoever waits, by ear: talks in a room with all that traces and counts, and without.

The same agent in the same process, turn about, so that what the machine does meanwhile hits both. No clock and no code
of the agent is asked: what is compared is when a client in the room hears the answer. 20 pairs of talks take some
twenty minutes; WATCHED_PAIRS says how many.
"""

import asyncio
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
import uvicorn

from bench.figures import Figures
from bench.heard import first_sound
from bench.visits import OURS, a_visit
from bench.watching import Watching, watching_by
from echosphere.domain.language import Language
from local.collector.app import collector_app
from local.collector.shelf import TraceShelf
from tests.free_port import free_port
from tests.integration.agent.person import spoken
from tests.integration.agent.place import Place, a_place

type Talk = list[float]
"""Milliseconds from the last sound of each question to the first of its answer."""

PAIRS = int(os.environ.get("WATCHED_PAIRS", "20"))
TURNS = 10  # of a talk
QUESTION, VOICE = "What is two plus two?", "rms"
LOOPBACK = "127.0.0.1"
DRAWN, SURE_PERCENT = 4_000, (2.5, 97.5)
AIM_PERCENT = 2.0


def bench_watched_room(*, pairs: int = PAIRS) -> dict[str, object]:
    with TemporaryDirectory() as folder, _a_collector(Path(folder)) as port:
        watched, unwatched = asyncio.run(_hold_talks(pairs, port))
        traces = len(list(Path(folder).iterdir()))
    low, high = _bounds(watched, unwatched)
    return {
        "watched": Figures.of(_turns(watched)).as_json(),
        "unwatched": Figures.of(_turns(unwatched)).as_json(),
        "traces_taken": traces,
        "added_percent": _percent(numpy.mean(_turns(watched)) - numpy.mean(_turns(unwatched)), unwatched),
        "added_percent_95": [_percent(low, unwatched), _percent(high, unwatched)],
        "aim_percent": AIM_PERCENT,
    }


async def _hold_talks(pairs: int, collector_port: int) -> tuple[list[Talk], list[Talk]]:
    """Watched, unwatched; of each pair now one comes first, now the other."""
    talks: dict[bool, list[Talk]] = {True: [], False: []}
    with watching_by(collector_port) as watching:
        async with a_place(collector_port=collector_port, agent_metrics_port=free_port()) as place:
            await _hold(place, watching, is_watched=True)  # fills caches
            for number in range(pairs):
                for is_watched in (True, False) if number % 2 else (False, True):
                    talks[is_watched].append(await _hold(place, watching, is_watched=is_watched))
                print(f"watched: pair {number + 1} of {pairs}", flush=True)
    return talks[True], talks[False]


async def _hold(place: Place, watching: Watching, *, is_watched: bool) -> Talk:
    watching.switch(on=is_watched)
    question = await asyncio.to_thread(spoken, QUESTION, VOICE)
    answered: Talk = []
    async with a_visit(place, OURS, Language.ENGLISH) as person:
        await person.until_greeted()
        for _ in range(TURNS):
            said_at = person.utter(question)
            await asyncio.sleep(max(0.0, said_at - asyncio.get_running_loop().time()))
            answered.append(1000 * (await first_sound(person, said_at) - said_at))
            await person.until_agent_listens()
    return answered


def _turns(talks: Sequence[Talk]) -> list[float]:
    return [turn for talk in talks for turn in talk]


def _bounds(watched: Sequence[Talk], unwatched: Sequence[Talk]) -> tuple[float, float]:
    """Of what is added, by drawing pairs of talks again: turns of one talk are alike."""
    added = numpy.mean(watched, axis=1) - numpy.mean(unwatched, axis=1)
    means = numpy.random.default_rng(1).choice(added, size=(DRAWN, len(added))).mean(axis=1)
    low, high = numpy.percentile(means, SURE_PERCENT)
    return float(low), float(high)


def _percent(added_ms: float, unwatched: Sequence[Talk]) -> float:
    return round(100 * float(added_ms) / float(numpy.mean(_turns(unwatched))), 1)


@contextmanager
def _a_collector(folder: Path) -> Iterator[int]:
    """In a process of its own, as beside the agent."""
    port = free_port()
    process = multiprocessing.get_context("spawn").Process(target=_collect, args=(folder, port), daemon=True)
    process.start()
    try:
        yield port
    finally:
        process.terminate()
        process.join()


def _collect(folder: Path, port: int) -> None:
    uvicorn.run(collector_app(TraceShelf(folder)), host=LOOPBACK, port=port, log_level="warning")
