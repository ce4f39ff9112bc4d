"""Each call that finds no free worker starts one, and a burst of starts on a few cores makes every call late.

No more workers start at once than there are cores; a call whose turn has not come takes one that is free by then.
"""

import os
import threading
import time
from typing import Any

from ministack.core import lambda_runtime
from ministack.services import lambda_svc

AT_ONCE = os.cpu_count() or 1
LOOK_AGAIN_S = 0.02
PATIENCE_S = 10.0  # a worker that hangs while it starts holds nobody up for longer

_choosing = threading.Lock()


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
        until_s = time.monotonic() + PATIENCE_S
        while True:
            with _choosing:
                if _one_is_free(key) or _starting() < AT_ONCE or time.monotonic() > until_s:
                    return stock(func_name, config, code_zip, qualifier, max_concurrency)
            _rest()

    lambda_runtime.acquire_worker = acquire
    lambda_svc.acquire_worker = acquire


def _one_is_free(key: object) -> bool:
    with lambda_runtime._lock:
        return any(not worker.in_use for worker in lambda_runtime._workers.get(key, ()))


def _starting() -> int:
    with lambda_runtime._lock:
        workers = [worker for entries in lambda_runtime._workers.values() for worker in entries]
    return sum(worker.in_use and worker._start_time is None for worker in workers)


def _rest() -> None:
    time.sleep(LOOK_AGAIN_S)
