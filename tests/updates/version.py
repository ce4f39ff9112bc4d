"""A version of the whole platform in a checkout of its own, with what its own files install."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local.installation import CHECKOUT, Installation
from local.outputs import Outputs
from tests.platform import PORT_SHIFT, START_S, STOP_S, Platform

INSTALL_S = 900


@dataclass(frozen=True)
class Version:
    checkout: Path
    home: Path

    @contextmanager
    def running(self) -> Iterator[Platform]:
        """On whatever another version has left in the same home."""
        self.local("up", "--detach", timeout_s=START_S)
        try:
            installation = Installation.load(self.home)
            yield Platform(installation, Outputs.read(installation.cloud_state / "outputs.json"))
        finally:
            self.local("down", timeout_s=STOP_S)

    def local(self, *words: str, timeout_s: float) -> None:
        python = str(self.checkout / ".venv" / "bin" / "python")
        at = ["--home", str(self.home), "--port-shift", str(PORT_SHIFT)]
        _run([python, "-m", "local", *at, *words], folder=self.checkout, timeout_s=timeout_s)


@contextmanager
def earlier_version(reference: str, home: Path, folder: Path) -> Iterator[Version]:
    _run(["git", "worktree", "add", "--detach", str(folder), reference], folder=CHECKOUT, timeout_s=60)
    try:
        _run(["make", "-j3", "ready-to-run"], folder=folder, timeout_s=INSTALL_S)
        yield Version(folder, home)
    finally:
        _run(["git", "worktree", "remove", "--force", str(folder)], folder=CHECKOUT, timeout_s=60)


def _run(command: Sequence[str], *, folder: Path, timeout_s: float) -> None:
    """Without what this version's own environment says of where its programs are."""
    ours = str(CHECKOUT / ".venv" / "bin")
    paths = [each for each in os.environ["PATH"].split(os.pathsep) if each != ours]
    environment = {**os.environ, "PATH": os.pathsep.join(paths)}
    subprocess.run(command, check=True, timeout=timeout_s, cwd=folder, env=environment)  # noqa: S603  # our own programs
