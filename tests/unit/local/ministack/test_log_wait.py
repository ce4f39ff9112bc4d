import queue
import time

import pytest
from ministack.core import lambda_runtime

from local.ministack.patches import log_wait

pytestmark = pytest.mark.unit


def wait_for_no_line_s() -> float:
    worker = object.__new__(lambda_runtime.Worker)
    worker._stderr_queue = queue.Queue()
    begun_s = time.perf_counter()
    worker._drain_stderr_bounded()
    return time.perf_counter() - begun_s


def test_stock_ministack_waits_50_ms_for_a_line_that_a_silent_handler_never_writes() -> None:
    assert wait_for_no_line_s() >= 0.050


def test_a_silent_handler_costs_a_few_milliseconds() -> None:
    log_wait.apply()

    assert wait_for_no_line_s() < 0.050
