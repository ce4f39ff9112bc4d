"""The work of a turn of a talk, with all that traces and counts attached to it, and without.

LiveKit's session and our other behaviours run on a clock that jumps; only the clocks of processor and wall go on.
"""

import gc
import logging
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryFile

import pytest
from livekit.agents import telemetry
from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult
from opentelemetry.trace import NoOpTracerProvider

from agent_container.behaviors import tell_figures
from agent_container.figures.teller import LOOPBACK, Teller
from agent_container.meter import Meter
from agent_container.tracing import Tracing
from bench.stopwatch import Stopwatch, Taken
from tests.talks.script import MEASURING, Script, a_talk
from tests.talks.virtual_time import run_on_virtual_time

TURNS = 10  # of a talk, behind one that is not measured
QUESTION = "What is two plus two?"


class Packer(SpanExporter):
    """Packs spans as they would be sent, and sends them nowhere."""

    def __init__(self) -> None:
        self.packed_bytes = 0

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        self.packed_bytes += len(encode_spans(spans).SerializeToString())
        return SpanExportResult.SUCCESS


def measure_turns(talks: int, *, turns: int = TURNS) -> tuple[list[Taken], list[Taken]]:
    """Watched, unwatched: as many of each, in pairs of talks, of which now one and now the other comes first."""
    watched, unwatched = list[Taken](), list[Taken]()
    with _a_worker() as (tracing, figures):
        for number in range(talks):
            for is_watched in (True, False) if number % 2 else (False, True):
                gc.collect()
                if is_watched:
                    tracing.take_over()
                    run_on_virtual_time(_hold_watched(tracing, figures, watched, turns))
                else:
                    _hold_unwatched(unwatched, turns)
    return watched, unwatched


class _Tracing(Tracing):
    def __init__(self, packer: Packer) -> None:
        super().__init__(packer, stage="bench")

    def pack(self) -> None:
        """Elsewhere a thread does so every five seconds."""
        self._provider.force_flush()


async def _hold_watched(tracing: _Tracing, figures: Teller, taken: list[Taken], turns: int) -> None:
    measuring = (*MEASURING, tell_figures.attach)
    async with a_talk(measuring=measuring, tracing=tracing, figures=figures) as talk:
        await _take_turns(talk, taken, turns, tracing)


def _hold_unwatched(taken: list[Taken], turns: int) -> None:
    async def hold() -> None:
        async with a_talk(measuring=()) as talk:
            await _take_turns(talk, taken, turns, None)

    telemetry.set_tracer_provider(NoOpTracerProvider())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Meter, "watch", lambda *_: None)
        run_on_virtual_time(hold())


async def _take_turns(talk: Script, taken: list[Taken], turns: int, tracing: _Tracing | None) -> None:
    for number in range(1 + turns):
        stopwatch = Stopwatch()
        await talk.say(QUESTION)
        await talk.until_it_listens()
        if tracing is not None:
            tracing.pack()
        if number:
            taken.append(stopwatch.read())


@contextmanager
def _a_worker() -> Iterator[tuple[_Tracing, Teller]]:
    """With a log, into which measured turns go as lines, and a socket for figures."""
    logger = logging.getLogger("agent_container")
    with TemporaryFile("w") as file, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as figures:
        figures.bind((LOOPBACK, 0))
        handler, level = logging.StreamHandler(file), logger.level
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        try:
            yield _Tracing(Packer()), Teller(figures.getsockname()[1])
        finally:
            telemetry.set_tracer_provider(NoOpTracerProvider())
            logger.removeHandler(handler)
            logger.setLevel(level)
