"""After each call of a function MiniStack waits 50 ms for a first log line, also when the handler wrote none.

4 ms are enough for a line that is on its way; a later one arrives with the next call.
"""

from functools import partialmethod

from ministack.core import lambda_runtime

FIRST_LINE_WAIT_S = 0.004
IDLE_CONFIRM_S = 0.002


def apply() -> None:
    worker = lambda_runtime.Worker
    worker._drain_stderr_bounded = partialmethod(
        worker._drain_stderr_bounded, first_line_wait=FIRST_LINE_WAIT_S, idle_confirm=IDLE_CONFIRM_S
    )
