"""Warm calls of the API in this process: bare, with its span, and with its span and a line of a metric."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, redirect_stdout
from dataclasses import dataclass
from http import HTTPStatus
from tempfile import TemporaryFile
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fastapi import FastAPI

from bench.stopwatch import Stopwatch, Taken
from echosphere.adapters.memory.rate_counter import MemoryRateCounter
from echosphere.adapters.metric import count
from echosphere.domain.consent import AskConsent, ConsentRule
from echosphere.services.keep_within_limit import RateLimiter
from lambdas.api.routes import sessions
from lambdas.http import dependencies, limits
from lambdas.http import serve as serving
from lambdas.http.application import PREFIX, make_application
from lambdas.tracing.span import Span, spanning
from tests.unit.lambdas.gateway import Gateway
from tests.unit.services.stage import Stage, set_stage

BARE, TRACED, COUNTED = "bare", "traced", "counted"
UNMEASURED = 50
ASKS_NOBODY = ConsentRule(ask=AskConsent.NEVER, notice_countries=frozenset())
PERSON, KEY = "person-1", "a-new-key-0001"


@dataclass(frozen=True)
class Contestant:
    app: FastAPI
    spanning: Callable[..., AbstractContextManager[Any]]
    counts: bool = False

    def __call__(self, event: dict[str, Any], context: Any) -> Any:  # noqa: ANN401  # Lambda's own
        answer = serving.serve(self.app, event, context)
        if self.counts:
            count("bench.calls", service="api")
        return answer


def measure_calls(calls: int) -> dict[str, list[Taken]]:
    """Of `GET /api/sessions/{session_id}`, by contestant; who comes first takes turns."""
    with ExitStack() as stack:
        stage, patch = stack.enter_context(_in_memory())
        session_id = _begun(stage)
        contestants = {BARE: Contestant(_without_spans(), lambda *_: nullcontext(_nothing()))}
        ours = make_application([sessions.router])
        contestants |= {name: Contestant(ours, spanning, counts=name == COUNTED) for name in (TRACED, COUNTED)}
        taken = {name: list[Taken]() for name in contestants}
        names = list(contestants)
        for number in range(UNMEASURED + calls):
            first = number % len(names)
            for name in (*names[first:], *names[:first]):
                patch.setattr(serving, "spanning", contestants[name].spanning)
                each = _taken(contestants[name], session_id)
                if number >= UNMEASURED:
                    taken[name].append(each)
    return taken


def _taken(contestant: Contestant, session_id: str) -> Taken:
    gateway, path = Gateway(contestant, person=PERSON), f"/api/sessions/{session_id}"
    stopwatch = Stopwatch()
    answer = gateway.get(path)
    taken = stopwatch.read()
    assert answer.status == HTTPStatus.OK, answer.text
    return taken


@contextmanager
def _in_memory() -> Iterator[tuple[Stage, pytest.MonkeyPatch]]:
    """Lambda's loop, its log (a write for each line) and its environment; ports in memory."""
    stage, loop = set_stage(), asyncio.new_event_loop()
    limiter = RateLimiter(MemoryRateCounter(), stage.clock)
    asyncio.set_event_loop(loop)
    with pytest.MonkeyPatch.context() as patch, TemporaryFile("w", buffering=1) as log, redirect_stdout(log):
        patch.setenv("POWERTOOLS_METRICS_NAMESPACE", "EchoSphere/bench")
        patch.setenv("MOST_READS", str(sys.maxsize))
        patch.setattr(dependencies, "backend_ports", lambda: stage.ports)
        patch.setattr(dependencies, "consent_rule", lambda: ASKS_NOBODY)
        patch.setattr(limits, "rate_limiter", lambda: limiter)
        yield stage, patch
    asyncio.set_event_loop(None)
    loop.close()


def _begun(stage: Stage) -> str:
    """A talk of the person who asks."""
    gateway = Gateway(Contestant(make_application([sessions.router]), spanning), person=PERSON)
    answer = gateway.post("/api/sessions", {"language": "en-US"}, idempotency_key=KEY)
    return str(answer.json()["session"]["id"])


def _without_spans() -> FastAPI:
    """The same routes, of which none looks for its span."""
    app = make_application([])
    app.include_router(sessions.router, prefix=PREFIX)
    return app


def _nothing() -> Span:
    return cast("Span", SimpleNamespace(attributes={}, fail=lambda _: None))
