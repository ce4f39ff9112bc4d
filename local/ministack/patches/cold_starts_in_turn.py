"""Each call that finds no free worker starts one, and a burst of starts on a few cores makes every call late.

No more workers start at once than there are cores, and no function has more of them than these keep busy: a crowd of
workers shares what there is and finishes nothing in time. Calls of a function take the free one in their order.
"""

import os
import threading
import time
from collections import defaultdict, deque
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

AT_ONCE = os.cpu_count() or 1
# Of one function. A call waits for the table and for LiveKit, which are processes here, for most of its time.
MOST = 4 * AT_ONCE
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
        key = lambda_runtime._worker_key(func_name, config, qualifier)
        turn, until_s = object(), time.monotonic() + PATIENCE_S
        with _choosing:
            _waiting[key].append(turn)
        while True:
            with _choosing:
                if _waiting[key][0] is turn and _may_take(key, is_patient=time.monotonic() < until_s):
                    _waiting[key].popleft()
                    return stock(func_name, config, code_zip, qualifier, max_concurrency)
            _rest()

    lambda_runtime.acquire_worker = acquire
    lambda_svc.acquire_worker = acquire


def _may_take(key: object, *, is_patient: bool) -> bool:
    with lambda_runtime._lock:
        workers = list(lambda_runtime._workers.get(key, ()))
    if any(not worker.in_use for worker in workers):
        return True
    return len(workers) < MOST and (_starting() < AT_ONCE or not is_patient)


def _starting() -> int:
    with lambda_runtime._lock:
        workers = [worker for entries in lambda_runtime._workers.values() for worker in entries]
    return sum(worker.in_use and worker._start_time is None for worker in workers)


def _rest() -> None:
    time.sleep(LOOK_AGAIN_S)
