"""All that traces and counts in an agent, switched on and off between its talks."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import pytest
from livekit.agents import telemetry
from opentelemetry.trace import NoOpTracerProvider

from agent_container import readiness
from agent_container.behaviors import measure_the_way, measure_turns, measure_usage, tell_figures, trace_talk
from agent_container.meter import Meter
from agent_container.tracing import Tracing, tracing_to

ATTACHED = (trace_talk, measure_the_way, measure_turns, measure_usage, tell_figures)


class Watching:
    """Of an agent whose jobs are threads of this process, which share one tracer in LiveKit."""

    def __init__(self, tracing: Tracing) -> None:
        self._tracing = tracing
        self.is_on = True

    def switch(self, *, on: bool) -> None:
        self.is_on = on
        if on:
            self._tracing.take_over()
        else:
            telemetry.set_tracer_provider(NoOpTracerProvider())


@contextmanager
def watching_by(collector_port: int) -> Iterator[Watching]:
    tracing = tracing_to(collector_port, stage="bench")
    assert tracing is not None
    watching = Watching(tracing)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readiness, "tracing_to", lambda *_, **__: tracing)
        for module in ATTACHED:
            _only_when_on(patch, module, "attach", watching)
        _only_when_on(patch, Meter, "watch", watching)
        yield watching
    telemetry.set_tracer_provider(NoOpTracerProvider())


def _only_when_on(patch: pytest.MonkeyPatch, owner: ModuleType | type, name: str, watching: Watching) -> None:
    really = getattr(owner, name)

    def maybe(*args: object) -> None:
        if watching.is_on:
            really(*args)

    patch.setattr(owner, name, maybe)
