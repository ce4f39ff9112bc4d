"""A container's command as a process: who gets the signals, and what happens to one that does not stop."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from local.fargate.run_task import run_task
from local.readiness import wait_until

pytestmark = pytest.mark.integration

# Each says that it runs by making a file.
OBEYS = "import pathlib, signal, sys; pathlib.Path(sys.argv[1]).touch(); signal.pause()"
REFUSES = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {OBEYS}"


async def stopped(program: str, started: Path, *, stop_timeout_s: float) -> int:
    """This process gets the signal, as the supervisor sends it."""
    command = [sys.executable, "-c", program, str(started)]
    running = asyncio.create_task(run_task(command, dict(os.environ), stop_timeout_s=stop_timeout_s))
    await asyncio.to_thread(wait_until, started.exists, what="the task", within_s=20)
    os.kill(os.getpid(), signal.SIGTERM)
    return await running


async def test_a_task_is_asked_to_stop(tmp_path: Path) -> None:
    assert await stopped(OBEYS, tmp_path / "started", stop_timeout_s=10) == -signal.SIGTERM


async def test_a_task_that_does_not_stop_in_time_is_killed(tmp_path: Path) -> None:
    assert await stopped(REFUSES, tmp_path / "started", stop_timeout_s=0.1) == -signal.SIGKILL


async def test_a_tasks_own_end_is_its_exit_code() -> None:
    assert await run_task([sys.executable, "-c", "raise SystemExit(3)"], {}, stop_timeout_s=1) == 3


async def test_a_task_sees_only_the_environment_that_it_is_given(tmp_path: Path) -> None:
    written = tmp_path / "environment"
    program = f"import os; open({str(written)!r}, 'w').write(' '.join(sorted(os.environ)))"

    await run_task([sys.executable, "-c", program], {"TABLE_NAME": "records"}, stop_timeout_s=1)

    # Python adds its own when there is none.
    assert set(written.read_text().split()) - {"LC_CTYPE"} == {"TABLE_NAME"}
