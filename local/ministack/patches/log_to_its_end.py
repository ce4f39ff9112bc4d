"""MiniStack takes what a function has logged until no line came for 5 ms; a later one waits for its next call.

On a busy machine that is half of a call's log, and a span that is told of minutes later or never. Now the function's
process says when a call's log has ended, which also spares a silent handler the 50 ms of waiting for a first line.
"""

import queue
import time

from ministack.core import lambda_runtime

END = "\x1eend of this call's log"
MOST_S = 5.0  # a process that neither ends nor says so; the log goes on with its next call
LOOK_S = 0.05

_ANSWERED = "        _real_stdout.flush()\n\nrun()"


def apply() -> None:
    stock = lambda_runtime._detect_runtime_binary

    def detect_runtime_binary(runtime: str) -> tuple[str, str]:
        binary, script = stock(runtime)
        return binary, says_where_a_log_ends(script) if runtime.startswith("python") else script

    lambda_runtime._detect_runtime_binary = detect_runtime_binary
    stock_log = lambda_runtime.Worker._drain_stderr_bounded

    def log_of(worker: lambda_runtime.Worker, **waits: float) -> str:
        says_so = worker.config.get("Runtime", "").startswith("python")
        return log_of_the_call(worker) if says_so else str(stock_log(worker, **waits))

    lambda_runtime.Worker._drain_stderr_bounded = log_of


def says_where_a_log_ends(script: str) -> str:
    """The answer is flushed after the log's end: who has read it finds the log on its way."""
    says_so = f"        sys.stderr.write({END!r} + '\\n')\n        sys.stderr.flush()\n"
    return script.replace(_ANSWERED, says_so + _ANSWERED)


def log_of_the_call(worker: lambda_runtime.Worker) -> str:
    lines: list[str] = []
    until = time.monotonic() + MOST_S
    while time.monotonic() < until:
        was_read = not worker._stderr_thread.is_alive()  # asked first: what it read before it ended is in the queue
        try:
            line = worker._stderr_queue.get(timeout=LOOK_S)
        except queue.Empty:
            if was_read:
                break
            continue
        if line.endswith(END):  # behind a line that was not ended
            lines += [line.removesuffix(END)] * (line != END)
            break
        lines.append(line)
    return "\n".join(lines)
