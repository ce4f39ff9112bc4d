import os
import subprocess
import sys

import pytest

from agent_container.brain.brain import brain_for
from echosphere.domain.language import Language

pytestmark = pytest.mark.unit

THREADS_AFTERWARDS = "import agent_container.brain.ready_made, os; print(len(os.listdir('/proc/self/task')))"

UNITS_READ_AFTERWARDS = """
import agent_container.brain.ready_made
from agent_container.brain.skills.units import _registry
print(_registry.cache_info().currsize)
"""


def test_brains_are_made_without_a_thread_that_a_fork_would_lose() -> None:
    for language in Language:
        brain_for(language)  # what is kept on this machine is written

    assert told_by(THREADS_AFTERWARDS) == "1"


def test_units_are_read_before_the_fork() -> None:
    """Which takes a fifth of a second."""
    assert told_by(UNITS_READ_AFTERWARDS) == "1"


def told_by(script: str) -> str:
    told = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", script],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # as the agent's task sets it
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.strip()
