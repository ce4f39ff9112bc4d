"""The worker: registers with LiveKit, keeps processes warm, hands each a job, answers the health check, drains."""

import os
from collections.abc import Awaitable, Callable
from functools import partial

from livekit.agents import AgentServer, JobContext, JobExecutorType

from agent_container.figures.publish import publish
from agent_container.quiet_words import drop_words_from_logs
from agent_container.readiness import prewarm
from agent_container.replacement.watch import Watch
from agent_container.replacement.watched import watched
from agent_container.settings import DRAIN_S, JOB_END_S, AgentSettings
from agent_container.turn_taking import turn_detection
from echosphere.bootstrap.agent import agent_ports
from echosphere.ports import Ports

PREWARM_S = 60.0  # on a laptop whose disk is cold
# Imported once, for all job processes: each would take a second and more of the processor, while others talk.
SHARED = ["agent_container.agent", "agent_container.models_of_aws", "agent_container.before_the_fork"]
SHARED_BRAINS = "agent_container.brain.ready_made"
LIVEKIT_PRELOADS = "LIVEKIT_AGENTS_PRELOAD_LOCAL_INFERENCE"


def make_server(
    hold_talk: Callable[[JobContext], Awaitable[None]],
    settings: AgentSettings,
    *,
    open_ports: Callable[[], Ports] = agent_ports,
    executor: JobExecutorType = JobExecutorType.PROCESS,
) -> AgentServer:
    drop_words_from_logs()
    if turn_detection(settings) == "vad":  # else LiveKit loads the end-of-turn model beforehand: 244 MB
        os.environ.setdefault(LIVEKIT_PRELOADS, "0")
    watch = watched(settings)
    server = AgentServer(
        ws_url=settings.livekit_url,
        api_key=settings.livekit_api_key,
        api_secret=settings.livekit_api_secret,
        host=settings.agent_health_host,
        port=settings.agent_health_port,
        prometheus_port=settings.agent_metrics_port,
        setup_fnc=partial(prewarm, settings=settings, open_ports=open_ports),
        num_idle_processes=settings.idle_processes,
        job_executor_type=executor,
        preload_modules=[*SHARED, SHARED_BRAINS] if "local" in settings.brain else SHARED,
        load_fnc=partial(share_of_talks, limit=settings.talks_at_once, watch=watch),
        load_threshold=1.0,
        initialize_process_timeout=PREWARM_S,
        drain_timeout=DRAIN_S,
        shutdown_process_timeout=JOB_END_S,
    )
    server.rtc_session(hold_talk, agent_name=settings.agent_name)
    if watch is not None:
        server.once("worker_started", lambda: watch.begin(lambda: len(server.active_jobs)))
    if settings.agent_metrics_port is not None:
        publish(server, port=settings.agent_metrics_port)
    return server


def share_of_talks(server: AgentServer, *, limit: int, watch: Watch | None) -> float:
    """1.0 is full. Counted, because the processor's load on a laptop says more about its owner than about us."""
    if watch is not None and watch.is_replaced:
        return 1.0
    return len(server.active_jobs) / limit
