"""Run as a program: offers a nursery as the agent does, says where it is, and ends with its input."""

import os
import sys

from agent_container.workers.nursery import a_nursery
from agent_container.workers.process import NURSERY, WorkerProcess

if __name__ == "__main__":
    with a_nursery("tests.integration.agent.a_worker"):
        print(os.environ[NURSERY], WorkerProcess("tests.integration.agent.a_worker").call("parent"), flush=True)
        sys.stdin.read()
