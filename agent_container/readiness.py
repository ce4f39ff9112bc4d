"""What a job process holds before its job is known, so that the person waits for nothing but the network."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from livekit.agents import JobProcess, inference, vad

from agent_container.bridge import Bridge
from agent_container.figures.teller import Teller, teller_to
from agent_container.providers import Providers, choose_providers
from agent_container.quiet_words import drop_words_from_logs
from agent_container.settings import AgentSettings
from agent_container.speech.speaking_rate import keep_pace_at_less_cost
from agent_container.tracing import Tracing, tracing_to
from echosphere.domain.errors import EchoSphereError
from echosphere.ports import Ports

NO_SESSION = "prewarm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    settings: AgentSettings
    ports: Ports
    providers: Providers
    vad: vad.VAD
    bridge: Bridge
    tracing: Tracing | None = None
    figures: Teller | None = None


def prewarm(process: JobProcess, *, settings: AgentSettings, open_ports: Callable[[], Ports]) -> None:
    """Blocks. LiveKit calls it once in each idle process."""
    drop_words_from_logs()
    keep_pace_at_less_cost()
    ports = open_ports()
    open_connections(ports)
    providers = choose_providers(settings)
    providers.prewarm()
    figures = teller_to(settings.agent_metrics_port)
    process.userdata["ready"] = Readiness(
        settings=settings,
        ports=ports,
        providers=providers,
        vad=inference.VAD(),
        bridge=Bridge("core"),
        tracing=tracing_to(settings.collector_port, stage=settings.stage, figures=figures),
        figures=figures,
    )


def readiness_of(process: JobProcess) -> Readiness:
    ready = process.userdata["ready"]
    assert isinstance(ready, Readiness)
    return ready


def open_connections(ports: Ports) -> None:
    """The first call of a client pays for credentials, TLS and the service model; this one asks for nothing."""
    with suppress(EchoSphereError):  # a store that does not answer now may do so when a job comes
        ports.sessions.get(NO_SESSION)
