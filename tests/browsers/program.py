"""A program of the system that runs for as long as it is needed."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running(
    command: Sequence[str], *, home: Path, environment: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    """It finds its home, its PATH and this environment, nothing of ours; what it says lies in its home."""
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(home), **environment}
    with (
        (home / f"{command[0]}.log").open("w") as log,
        subprocess.Popen(command, env=surroundings, stdout=log, stderr=log, pass_fds=pass_fds) as process,  # noqa: S603  # the system's own
    ):
        try:
            yield
        finally:
            process.terminate()
