"""The whole platform, as `make up` starts it, with state and ports of its own beside those of a person's."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import boto3

from local.demo_person import Person, ensure_person
from local.demo_person import demo_person as read_demo_person
from local.environment import become_operator
from local.installation import CHECKOUT, Installation
from local.outputs import Outputs

HOME = CHECKOUT / "build" / "test-platform"
PORT_SHIFT = 200
START_S, STOP_S = 420, 180


@dataclass(frozen=True)
class Platform:
    installation: Installation
    outputs: Outputs

    @property
    def page_origin(self) -> str:
        return self.installation.page_origin

    @property
    def demo_person(self) -> Person:
        return read_demo_person(self.installation)

    def another_person(self, email: str) -> Person:
        person = Person(email=email, password=self.demo_person.password)
        ensure_person(boto3.client("cognito-idp"), self.outputs.get("identity", "UserPoolId"), person)
        return person


@contextmanager
def running_platform(home: Path = HOME) -> Iterator[Platform]:
    """Starts from nothing, and leaves no process. Turns this process into the operator of the local AWS."""
    _local(home, "reset", timeout_s=STOP_S)
    try:
        _local(home, "up", "--detach", timeout_s=START_S)
        installation = Installation.load(home)
        become_operator(installation)
        yield Platform(installation, Outputs.read(installation.cloud_state / "outputs.json"))
    finally:
        _local(home, "down", timeout_s=STOP_S)


def _local(home: Path, *words: str, timeout_s: float) -> None:
    command = [sys.executable, "-m", "local", "--home", str(home), "--port-shift", str(PORT_SHIFT), *words]
    subprocess.run(command, check=True, timeout=timeout_s, cwd=CHECKOUT)  # noqa: S603  # our own module
