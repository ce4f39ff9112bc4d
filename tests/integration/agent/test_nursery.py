"""Workers that are forked where their models are loaded, instead of each loading its own."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from agent_container.workers.nursery import a_nursery
from agent_container.workers.process import NURSERY, WorkerDied, WorkerProcess

pytestmark = pytest.mark.integration

A_WORKER = "tests.integration.agent.a_worker"
OF_ITS_OWN = "tests.integration.agent.a_worker_of_its_own"
AN_AGENT = "tests.integration.agent.an_agent"
ENDS_WITHIN_S = 30.0


@pytest.fixture
def nursery() -> Iterator[psutil.Process]:
    before = psutil.Process().children()
    with a_nursery(A_WORKER, OF_ITS_OWN):
        (born,) = set(psutil.Process().children()) - set(before)
        yield born


def test_workers_are_forks_of_who_has_loaded_their_models(nursery: psutil.Process) -> None:
    one, other = WorkerProcess(A_WORKER), WorkerProcess(A_WORKER)

    assert one.call("pid") != other.call("pid")
    assert one.call("parent") == other.call("parent") == nursery.pid
    assert one.call("loaded_by") == other.call("loaded_by") == nursery.pid


@pytest.mark.usefixtures("nursery")
def test_what_one_worker_did_no_later_one_knows() -> None:
    one = WorkerProcess(A_WORKER)

    assert [one.call("count"), one.call("count")] == [1, 2]
    assert WorkerProcess(A_WORKER).call("count") == 1


@pytest.mark.usefixtures("nursery")
def test_a_forked_worker_ends_when_it_is_closed() -> None:
    worker = WorkerProcess(A_WORKER)
    process = psutil.Process(_pid(worker))

    worker.close()

    process.wait(ENDS_WITHIN_S)


def test_a_worker_that_dies_is_reported_buried_and_followed_by_others(nursery: psutil.Process) -> None:
    worker = WorkerProcess(A_WORKER)
    process = psutil.Process(_pid(worker))

    with pytest.raises(WorkerDied):
        worker.call("die")

    process.wait(ENDS_WITHIN_S)
    assert WorkerProcess(A_WORKER).call("parent") == nursery.pid
    assert psutil.STATUS_ZOMBIE not in [child.status() for child in nursery.children()]


def test_neither_nursery_nor_worker_heeds_a_stop_while_talks_drain(nursery: psutil.Process) -> None:
    worker = WorkerProcess(A_WORKER)

    for stopped in (nursery.pid, _pid(worker)):
        os.kill(stopped, signal.SIGTERM)
        os.kill(stopped, signal.SIGINT)

    assert worker.call("count") == 1
    assert WorkerProcess(A_WORKER).call("parent") == nursery.pid


def test_workers_outlive_the_nursery_and_later_ones_are_programs(nursery: psutil.Process) -> None:
    born = WorkerProcess(A_WORKER)
    born.until_ready()

    nursery.kill()
    nursery.wait(ENDS_WITHIN_S)

    assert born.call("count") == 1
    assert WorkerProcess(A_WORKER).call("parent") == os.getpid()


@pytest.mark.usefixtures("nursery")
def test_who_waits_for_a_nursery_that_dies_is_served_by_a_program() -> None:
    assert WorkerProcess(OF_ITS_OWN).call("parent") == os.getpid()


def test_a_nursery_that_does_not_answer_is_not_waited_for(
    nursery: psutil.Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent_container.workers.process.PATIENCE_S", 0.1)
    nursery.suspend()

    assert WorkerProcess(A_WORKER).call("parent") == os.getpid()
    nursery.resume()


@pytest.mark.usefixtures("nursery")
def test_nobody_elses_processes_reach_the_nursery() -> None:
    assert stat.S_IMODE(Path(os.environ[NURSERY]).stat().st_mode) == stat.S_IRWXU


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, None])
def test_the_nursery_ends_with_its_agent_however_that_ends(how: signal.Signals | None) -> None:
    command = [sys.executable, "-m", AN_AGENT]
    # Safe (S603): our own module.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as agent:  # noqa: S603
        assert agent.stdout is not None
        folder, parent = agent.stdout.readline().split()
        nursery = psutil.Process(int(parent))

        if how is not None:
            agent.send_signal(how)

    nursery.wait(ENDS_WITHIN_S)
    assert not Path(folder).exists()


def _pid(worker: WorkerProcess) -> int:
    pid = worker.call("pid")
    assert isinstance(pid, int)
    return pid
