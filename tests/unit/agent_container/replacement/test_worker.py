"""The worker itself: protected while LiveKit's jobs run in it, full for new ones once it is replaced."""

import asyncio
from types import SimpleNamespace
from typing import cast

import pytest
from livekit.agents import AgentServer, JobContext
from livekit.agents.ipc.proc_pool import ProcPool

from agent_container.replacement.watched import watched
from agent_container.server import LIVEKIT_PRELOADS, make_server
from agent_container.settings import DRAIN_S
from tests.unit.agent_container.replacement.ecs_agent import EcsAgent
from tests.unit.agent_container.stand_ins import some_settings

pytestmark = pytest.mark.unit

SOON_S = 5.0


async def hold_nothing(_: JobContext) -> None: ...


def with_jobs(server: AgentServer, jobs: int) -> AgentServer:
    """As when it runs, without its processes."""
    processes = [SimpleNamespace(running_job="a job") for _ in range(jobs)]
    server._proc_pool = cast("ProcPool", SimpleNamespace(processes=processes))
    server._devmode, server._reserved_slots = False, 0
    return server


def test_outside_of_ecs_nobody_watches() -> None:
    assert watched(some_settings()) is None


def test_the_variables_of_ecs_are_read(ecs_agent: EcsAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECS_AGENT_URI", ecs_agent.protection_uri)
    monkeypatch.setenv("ECS_CONTAINER_METADATA_URI_V4", ecs_agent.metadata_uri)

    assert watched(some_settings()) is not None


async def test_a_job_that_runs_protects_the_task(ecs_agent: EcsAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIVEKIT_PRELOADS, "0")
    server = with_jobs(make_server(hold_nothing, some_settings(ecs_agent_uri=ecs_agent.protection_uri)), 1)

    server.emit("worker_started")
    told = await asyncio.to_thread(ecs_agent.was_told.acquire, timeout=SOON_S)

    assert told and ecs_agent.wishes[0]["ProtectionEnabled"] is True


async def test_who_was_replaced_takes_no_job_until_that_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIVEKIT_PRELOADS, "0")
    watch = SimpleNamespace(is_replaced=True, begin=lambda _: None)
    monkeypatch.setattr("agent_container.server.watched", lambda _: watch)
    server = with_jobs(make_server(hold_nothing, some_settings()), 1)

    await server._refresh_worker_load()
    assert not server._is_available()

    watch.is_replaced = False
    await server._refresh_worker_load()
    assert server._is_available()


def test_being_replaced_leaves_the_drain_after_ecss_signal_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIVEKIT_PRELOADS, "0")
    server = make_server(hold_nothing, some_settings(ecs_agent_uri="http://127.0.0.1:1"))

    assert server._drain_timeout == DRAIN_S and not server.draining
