import threading
from collections import defaultdict, deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Event
from typing import Any

import pytest
from ministack.core import lambda_runtime
from ministack.services import lambda_svc

from local.ministack.patches import cold_starts_in_turn

pytestmark = pytest.mark.unit

STOCK = lambda_runtime.acquire_worker
ARN = "arn:aws:lambda:ap-northeast-1:000000000000:function:"


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lambda_runtime, "_workers", {})
    monkeypatch.setattr(lambda_runtime, "acquire_worker", STOCK)
    monkeypatch.setattr(lambda_svc, "acquire_worker", STOCK)
    monkeypatch.setattr(cold_starts_in_turn, "AT_ONCE", 2)
    monkeypatch.setattr(cold_starts_in_turn, "_waiting", defaultdict(deque))


@pytest.fixture
def one_more_call() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as calls:
        yield calls


def taken(name: str = "api") -> Any:
    config = {"FunctionName": name, "FunctionArn": f"{ARN}{name}", "Runtime": "python3.13"}
    worker, _ = lambda_svc.acquire_worker(name, config, b"")
    return worker


def test_stock_ministack_starts_as_many_at_once_as_are_called_for() -> None:
    assert len({id(taken()) for _ in range(5)}) == 5


def test_a_call_takes_the_worker_that_is_free_before_its_own_could_start(one_more_call: ThreadPoolExecutor) -> None:
    cold_starts_in_turn.apply()
    first, _second = taken(), taken()

    third = one_more_call.submit(taken)
    lambda_runtime.release_worker(first)

    assert third.result(timeout=5) is first


def test_its_own_is_started_when_another_has_come_up_and_is_at_work(one_more_call: ThreadPoolExecutor) -> None:
    cold_starts_in_turn.apply()
    first, second = taken(), taken()

    third = one_more_call.submit(taken)
    first._start_time = 1.0

    assert third.result(timeout=5) not in (first, second)


def test_workers_of_every_function_share_the_cores(
    one_more_call: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = Event()
    monkeypatch.setattr(cold_starts_in_turn, "_rest", waited.set)
    cold_starts_in_turn.apply()
    first, _second = taken("api"), taken("token")

    third = one_more_call.submit(taken, "webhook")
    assert waited.wait(5)
    assert not third.done()
    first._start_time = 1.0

    assert third.result(timeout=5) is not None


def test_a_worker_that_hangs_while_it_starts_holds_nobody_up_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cold_starts_in_turn, "PATIENCE_S", 0.0)
    cold_starts_in_turn.apply()

    assert len({id(taken()) for _ in range(3)}) == 3


def test_a_function_has_no_more_workers_than_the_cores_keep_busy(
    one_more_call: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = Event()
    monkeypatch.setattr(cold_starts_in_turn, "_rest", waited.set)
    monkeypatch.setattr(cold_starts_in_turn, "MOST", 1)
    monkeypatch.setattr(cold_starts_in_turn, "PATIENCE_S", 0.0)
    cold_starts_in_turn.apply()
    only = taken()
    only._start_time = 1.0

    second = one_more_call.submit(taken)
    assert waited.wait(5)
    assert not second.done()
    assert taken("token") is not only
    lambda_runtime.release_worker(only)

    assert second.result(timeout=5) is only


def test_calls_of_a_function_take_the_free_worker_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    rests: SimpleQueue[str] = SimpleQueue()
    monkeypatch.setattr(cold_starts_in_turn, "_rest", lambda: rests.put(threading.current_thread().name))
    monkeypatch.setattr(cold_starts_in_turn, "MOST", 1)
    cold_starts_in_turn.apply()
    only, served = taken(), SimpleQueue[str]()
    only._start_time = 1.0

    def call() -> None:
        worker = taken()
        served.put(threading.current_thread().name)
        lambda_runtime.release_worker(worker)

    calls = [threading.Thread(target=call, name=name) for name in ("second", "third", "fourth")]
    for each in calls:
        each.start()
        while rests.get(timeout=5) != each.name:
            continue
    lambda_runtime.release_worker(only)
    for each in calls:
        each.join(5)

    assert [served.get(timeout=5) for _ in calls] == ["second", "third", "fourth"]
