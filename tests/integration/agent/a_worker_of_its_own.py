"""A worker whose models cannot be loaded in a nursery: it would take the nursery with it."""

import os

from agent_container.workers.process import NURSERY, Methods, run


def load() -> Methods:
    if NURSERY not in os.environ:  # the nursery is not told of itself
        os._exit(1)
    return {"parent": os.getppid}


if __name__ == "__main__":
    run(load)
