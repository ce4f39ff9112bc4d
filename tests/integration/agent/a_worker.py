"""A worker that tells what it is, for the tests of who starts it."""

import os
from itertools import count

from agent_container.workers.process import Methods, run


def load() -> Methods:
    loaded_by, calls = os.getpid(), count(1)
    return {
        "pid": os.getpid,
        "parent": os.getppid,
        "loaded_by": lambda: loaded_by,
        "count": lambda: next(calls),
        "die": lambda: os._exit(1),
    }


if __name__ == "__main__":
    run(load)
