"""The worker itself: protected while LiveKit's jobs run in it, full for new ones once it is replaced."""

import asyncio
from types import SimpleNamespace
from typing import cast

import pytest
from livekit.agents import AgentServer, JobContext

from agent_container.replacement.watch import Watch
from agent_container.replacement.watched import watched
from agent_container.server import LIVEKIT_PRELOADS, make_server, share_of_talks
from agent_container.settings import DRAIN_S
from tests.unit.agent_container.replacement.ecs_agent import EcsAgent
from tests.unit.agent_container.stand_ins import some_settings

pytestmark = pytest.mark.unit

SOON_S = 5.0


async def hold_nothing(_: JobContext) -> None: ...


def worker(jobs: int) -> AgentServer:
    return cast("AgentServer", SimpleNamespace(active_jobs=[None] * jobs))


def test_outside_of_ecs_nobody_watches() -> None:
    assert watched(some_settings()) is None


def test_the_variables_of_ecs_are_read(ecs_agent: EcsAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ECS_AGENT_URI", ecs_agent.protection_uri)
    monkeypatch.setenv("ECS_CONTAINER_METADATA_URI_V4", ecs_agent.metadata_uri)

    assert watched(some_settings()) is not None


async def test_a_job_that_runs_protects_the_task(ecs_agent: EcsAgent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIVEKIT_PRELOADS, "0")
    server = make_server(hold_nothing, some_settings(ecs_agent_uri=ecs_agent.protection_uri))
    server._proc_pool = cast("object", SimpleNamespace(processes=[SimpleNamespace(running_job="a job")]))  # type: ignore[assignment]  # no process is started

    server.emit("worker_started")
    told = await asyncio.to_thread(ecs_agent.was_told.acquire, timeout=SOON_S)

    assert told and ecs_agent.wishes[0]["ProtectionEnabled"] is True


def test_who_was_replaced_is_full_for_new_talks_and_has_room_again_when_that_is_taken_back() -> None:
    watch = cast("Watch", SimpleNamespace(is_replaced=True))
    assert share_of_talks(worker(jobs=1), limit=25, watch=watch) == 1.0

    watch.is_replaced = False
    assert share_of_talks(worker(jobs=1), limit=25, watch=watch) == pytest.approx(0.04)


def test_being_replaced_leaves_the_drain_after_ecss_signal_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIVEKIT_PRELOADS, "0")
    server = make_server(hold_nothing, some_settings(ecs_agent_uri="http://127.0.0.1:1"))

    assert server._drain_timeout == DRAIN_S and not server.draining
