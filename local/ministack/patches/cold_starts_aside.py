"""Each call that finds no free worker starts one and waits for it, and a burst of starts makes every call late.

As in AWS, a call takes whichever worker is free first, also where one is being started for it. Other than there, few
are: no more start at once than there are cores, and no function has more than these keep busy, because a crowd that
shares two cores finishes nothing in time.
"""

import contextvars
import os
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

AT_ONCE = os.cpu_count() or 1
# Of one function. A call waits for the table and for LiveKit, which are processes here, for most of its time.
MOST = 2 * AT_ONCE
LOOK_AGAIN_S = 0.02
PATIENCE_S = 10.0  # a worker that hangs while it starts holds nobody up for longer

_choosing = threading.Lock()
_waiting: dict[object, deque[object]] = defaultdict(deque)


def apply() -> None:
    stock = lambda_runtime.acquire_worker

    def acquire(
        func_name: str,
        config: dict[str, Any],
        code_zip: bytes,
        qualifier: str = "$LATEST",
        max_concurrency: int | None = None,
    ) -> object:
        def take() -> Any:  # noqa: ANN401  # a worker of MiniStack's, and how it was come by
            return stock(func_name, config, code_zip, qualifier, max_concurrency)

        key = lambda_runtime._worker_key(func_name, config, qualifier)
        turn, until_s = object(), time.monotonic() + PATIENCE_S
        with _choosing:
            _waiting[key].append(turn)
        while True:
            with _choosing:
                if _is_one_free(key):
                    if _waiting[key][0] is turn:
                        _waiting[key].popleft()
                        return take()
                elif _may_start(key, is_patient=time.monotonic() < until_s):
                    _start_aside(take)
            _rest()

    lambda_runtime.acquire_worker = acquire
    lambda_svc.acquire_worker = acquire


def _start_aside(take: Callable[[], Any]) -> None:
    worker, _ = take()

    def start() -> None:
        try:
            lambda_runtime.ensure_spawned(worker)
        except Exception:  # noqa: BLE001  # whatever it is, the call that takes the worker meets it again, and tells it
            return
        finally:
            lambda_runtime.release_worker(worker)

    # Whose account and region it is stands in the context.
    threading.Thread(target=contextvars.copy_context().run, args=(start,), daemon=True).start()


def _is_one_free(key: object) -> bool:
    return any(not worker.in_use for worker in _workers_of(key))


def _may_start(key: object, *, is_patient: bool) -> bool:
    its_own = _workers_of(key)
    if len(its_own) >= MOST or _starting(its_own) >= len(_waiting[key]):
        return False
    with lambda_runtime._lock:
        everyone = [worker for workers in lambda_runtime._workers.values() for worker in workers]
    return _starting(everyone) < AT_ONCE or not is_patient


def _workers_of(key: object) -> list[Any]:
    with lambda_runtime._lock:
        return list(lambda_runtime._workers.get(key, ()))


def _starting(workers: list[Any]) -> int:
    return sum(worker.in_use and worker._start_time is None for worker in workers)


def _rest() -> None:
    time.sleep(LOOK_AGAIN_S)
