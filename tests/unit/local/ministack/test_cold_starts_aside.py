import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import Empty, SimpleQueue
from typing import Any

import pytest
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.ministack.patches import cold_starts_aside

pytestmark = pytest.mark.unit

STOCK = lambda_runtime.acquire_worker
ARN = "arn:aws:lambda:ap-northeast-1:000000000000:function:"
SOON_S = 5.0


class Starts:
    """Of workers: each lasts until it is told to be over, and may fail."""

    def __init__(self) -> None:
        self.begun: SimpleQueue[Any] = SimpleQueue()
        self._over: defaultdict[int, threading.Event] = defaultdict(threading.Event)
        self._failing: set[int] = set()

    def __call__(self, worker: Any) -> None:
        self.begun.put(worker)
        self._over[id(worker)].wait(SOON_S)
        if id(worker) in self._failing:
            raise RuntimeError("no such handler")
        worker._start_time = 1.0

    def next(self) -> Any:
        return self.begun.get(timeout=SOON_S)

    def end(self, worker: Any) -> None:
        self._over[id(worker)].set()

    def fail(self, worker: Any) -> None:
        self._failing.add(id(worker))
        self.end(worker)


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> Starts:
    """On two cores."""
    starts = Starts()
    monkeypatch.setattr(lambda_runtime, "_workers", {})
    monkeypatch.setattr(lambda_runtime, "acquire_worker", STOCK)
    monkeypatch.setattr(lambda_runtime, "ensure_spawned", starts)
    monkeypatch.setattr(lambda_svc, "acquire_worker", STOCK)
    monkeypatch.setattr(cold_starts_aside, "AT_ONCE", 2)
    monkeypatch.setattr(cold_starts_aside, "_waiting", defaultdict(deque))
    return starts


@pytest.fixture
def patched(starts: Starts) -> Starts:
    cold_starts_aside.apply()
    return starts


@pytest.fixture
def calls() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as calls:
        yield calls


def taken(name: str = "api") -> Any:
    config = {"FunctionName": name, "FunctionArn": f"{ARN}{name}", "Runtime": "python3.13"}
    worker, _ = lambda_svc.acquire_worker(name, config, b"")
    return worker


def worker_of(call: Future[Any]) -> Any:
    return call.result(timeout=SOON_S)


def at_work(patched: Starts, calls: ThreadPoolExecutor, name: str = "api") -> Any:
    call = calls.submit(taken, name)
    patched.end(patched.next())
    return worker_of(call)


def nothing_begins(patched: Starts, rests: int = 3) -> bool:
    """Not for so many looks of those who wait."""
    try:
        patched.begun.get(timeout=rests * cold_starts_aside.LOOK_AGAIN_S)
    except Empty:
        return True
    return False


@pytest.mark.usefixtures("starts")
def test_stock_ministack_starts_as_many_at_once_as_are_called_for() -> None:
    assert len({id(taken()) for _ in range(5)}) == 5


def test_a_call_that_finds_none_takes_the_one_that_is_started_for_it(
    patched: Starts, calls: ThreadPoolExecutor
) -> None:
    call = calls.submit(taken)
    started = patched.next()
    assert not call.done()

    patched.end(started)

    assert worker_of(call) is started


def test_a_call_takes_the_one_that_is_free_before_the_one_that_starts_for_it(
    patched: Starts, calls: ThreadPoolExecutor
) -> None:
    first = at_work(patched, calls)
    second = calls.submit(taken)
    patched.next()

    lambda_runtime.release_worker(first)

    assert worker_of(second) is first


def test_no_more_are_started_than_calls_wait(patched: Starts, calls: ThreadPoolExecutor) -> None:
    calls.submit(taken)

    started = patched.next()
    assert nothing_begins(patched)
    patched.end(started)


def test_those_of_all_functions_that_start_share_the_cores(patched: Starts, calls: ThreadPoolExecutor) -> None:
    waiting = [calls.submit(taken, name) for name in ("api", "token", "webhook")]
    begun = [patched.next(), patched.next()]
    assert nothing_begins(patched)

    for worker in begun:
        patched.end(worker)
    patched.end(patched.next())

    assert len({id(worker_of(call)) for call in waiting}) == 3


def test_a_function_has_no_more_than_the_cores_keep_busy(
    patched: Starts, calls: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cold_starts_aside, "MOST", 1)
    only = at_work(patched, calls)
    second = calls.submit(taken)
    assert nothing_begins(patched)
    assert at_work(patched, calls, "token") is not only

    lambda_runtime.release_worker(only)

    assert worker_of(second) is only


def test_calls_of_a_function_are_served_in_their_order(
    patched: Starts, calls: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cold_starts_aside, "MOST", 1)
    only = at_work(patched, calls)
    served: SimpleQueue[int] = SimpleQueue()
    (waiting,) = cold_starts_aside._waiting.values()

    def call(number: int) -> None:
        worker = taken()
        served.put(number)
        lambda_runtime.release_worker(worker)

    for number in range(3):
        calls.submit(call, number)
        while len(waiting) <= number:
            assert nothing_begins(patched, rests=1)
    lambda_runtime.release_worker(only)

    assert [served.get(timeout=SOON_S) for _ in range(3)] == [0, 1, 2]


def test_one_that_hangs_while_it_starts_holds_nobody_up_for_ever(
    patched: Starts, calls: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cold_starts_aside, "PATIENCE_S", 0.0)

    waiting = [calls.submit(taken, name) for name in ("api", "token", "webhook")]
    hanging = [patched.next() for _ in waiting]

    for worker in hanging:
        patched.end(worker)
    assert len({id(worker_of(call)) for call in waiting}) == 3


def test_one_that_cannot_start_is_left_to_the_call_which_tells_why(patched: Starts, calls: ThreadPoolExecutor) -> None:
    call = calls.submit(taken)
    started = patched.next()

    patched.fail(started)

    assert worker_of(call) is started
