"""`python -m local.keep_running PART COMMAND…`: starts a part again when it ends by itself, as AWS and LiveKit do.

One that ends too often is given up: it ends here, too, so that all stop and its last lines are shown.
"""

import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Sequence

from local.installation import HOME_VARIABLE, PART_VARIABLE
from local.processes import end, processes_with

MOST_ENDS, WITHIN_S = 3, 60.0
PAUSE_S = 0.5


def main() -> None:
    part, *command = sys.argv[1:]
    sys.exit(keep_running(part, command))


def keep_running(part: str, command: Sequence[str]) -> int:
    """Until it is told to stop. Answers what the part exited with, as a shell says it."""
    asked_to_stop = False

    def stop(_number: int, _frame: object) -> None:
        nonlocal asked_to_stop
        asked_to_stop = True  # the part itself hears of it by its group

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    code, ends = 0, deque[float](maxlen=MOST_ENDS)
    while not asked_to_stop:
        running = subprocess.Popen(command, env={**os.environ, PART_VARIABLE: part})
        if asked_to_stop:  # in the moment of its beginning: it may have missed it
            running.terminate()
        code = running.wait()
        if asked_to_stop:
            break
        ends.append(time.monotonic())
        end(list(processes_with({HOME_VARIABLE: os.environ[HOME_VARIABLE], PART_VARIABLE: part})))
        if is_given_up(ends):
            break
        print(f"{part} ended by itself ({code}) and is started again", flush=True)
        time.sleep(PAUSE_S)
    return code if code >= 0 else 128 - code


def is_given_up(ends: "deque[float]") -> bool:
    return len(ends) == MOST_ENDS and ends[-1] - ends[0] < WITHIN_S


if __name__ == "__main__":
    main()
