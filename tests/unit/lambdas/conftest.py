import asyncio
from collections.abc import Iterator

import pytest

from echosphere.adapters.memory.playback_signer import MemoryPlaybackSigner
from echosphere.adapters.memory.rate_counter import MemoryRateCounter
from echosphere.domain.consent import AskConsent, ConsentRule
from echosphere.services.keep_within_limit import RateLimiter
from lambdas.http import dependencies, limits
from tests.examples import RULES
from tests.unit.services.stage import Stage, set_stage

EDGE_SECRET = "by-this-the-edge-is-known"


class KnownEdge:
    def read(self) -> str:
        return EDGE_SECRET


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    """The functions run on ports in memory."""
    stage = set_stage()
    signer = MemoryPlaybackSigner()
    monkeypatch.setattr(dependencies, "backend_ports", lambda: stage.ports)
    limiter = RateLimiter(MemoryRateCounter(), stage.clock)
    monkeypatch.setattr(limits, "rate_limiter", lambda: limiter)
    monkeypatch.setattr(limits, "edge_secret", KnownEdge)
    monkeypatch.setattr(dependencies, "playback_signer", lambda: signer)
    monkeypatch.setattr(dependencies, "judge_identity", lambda: RULES)
    nobody = ConsentRule(ask=AskConsent.NEVER, notice_countries=frozenset())
    monkeypatch.setattr(dependencies, "consent_rule", lambda: nobody)
    return stage


@pytest.fixture(autouse=True)
def metrics_namespace(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the stacks give it to each function."""
    monkeypatch.setenv("POWERTOOLS_METRICS_NAMESPACE", "EchoSphere/test")


@pytest.fixture(autouse=True)
def loop_of_the_process() -> Iterator[None]:
    """Mangum runs requests on the process's current loop, as Lambda has one; pytest has none and wants it closed."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield
    asyncio.set_event_loop(None)
    loop.close()
