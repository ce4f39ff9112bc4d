"""`python -m local.keep_running PART COMMAND…`: starts a part again when it ends by itself, as AWS and LiveKit do.

One that ends too often is given up: it ends here, too, so that all stop and its last lines are shown.
"""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Mapping, Sequence

from local.installation import HOME_VARIABLE, PART_VARIABLE
from local.processes import end, processes_with

MOST_ENDS, WITHIN_S = 3, 60.0
PAUSE_S = 0.5


def main() -> None:
    part, *command = sys.argv[1:]
    sys.exit(keep_running(part, command))


def keep_running(part: str, command: Sequence[str]) -> int:
    """Until it is told to stop, which reaches the part itself by its group. Answers what the part exited with."""
    asked_to_stop = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal asked_to_stop
        asked_to_stop = True

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    ends = deque[float](maxlen=MOST_ENDS)
    while True:
        code = _run(command, {**os.environ, PART_VARIABLE: part})
        if asked_to_stop:
            return code
        ends.append(time.monotonic())
        if is_given_up(ends):
            return code
        print(f"{part} ended by itself ({code}) and is started again", flush=True)
        end(list(processes_with({HOME_VARIABLE: os.environ[HOME_VARIABLE], PART_VARIABLE: part})))
        time.sleep(PAUSE_S)


def _run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """As a shell says it: 128 and the signal's number, of a part that a signal ended."""
    code = subprocess.run(command, env=environment, check=False).returncode  # the command of a part
    return code if code >= 0 else 128 - code


def is_given_up(ends: "deque[float]") -> bool:
    return len(ends) == MOST_ENDS and ends[-1] - ends[0] < WITHIN_S


if __name__ == "__main__":
    main()
