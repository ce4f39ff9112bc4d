"""The whole platform, as `make up` starts it, with state and ports of its own beside those of a person's."""

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

from local.demo_person import Person, ensure_person
from local.demo_person import demo_person as read_demo_person
from local.environment import ROOT_KEY, stage_region
from local.installation import CHECKOUT, Installation
from local.outputs import Outputs

HOME = CHECKOUT / "build" / "test-platform"
PORT_SHIFT = 12_000  # no sum of it and a port is a port of a person's platform
START_S, STOP_S = 420, 180
ANSWERS_WITHIN_S = 20.0  # a function that starts cold on a busy machine


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
        ensure_person(self.cloud().client("cognito-idp"), self.outputs.get("identity", "UserPoolId"), person)
        return person

    def cloud(self, access_key: str = ROOT_KEY, secret_key: str = ROOT_KEY, token: str | None = None) -> "Cloud":
        """The local AWS as its root, or as whom these credentials say."""
        return Cloud(self.installation, access_key, secret_key, token)


@dataclass(frozen=True)
class Cloud:
    installation: Installation
    access_key: str
    secret_key: str
    token: str | None

    def client(self, service: str) -> Any:  # noqa: ANN401  # boto3 makes a class for each service
        return boto3.client(  # type: ignore[call-overload]  # the stubs want the name as a literal
            service,
            region_name=stage_region(self.installation),
            endpoint_url=self.installation.cloud_url,
            verify=str(self.installation.certificate),
            aws_access_key_id=self.access_key,
            aws_secret_access_key=self.secret_key,
            aws_session_token=self.token,
        )


@contextmanager
def running_platform(home: Path = HOME) -> Iterator[Platform]:
    """Starts from nothing, and leaves no process."""
    with _turn(home):
        _local(home, "reset", timeout_s=STOP_S)
        try:
            _local(home, "up", "--detach", timeout_s=START_S)
            installation = Installation.load(home)
            yield Platform(installation, Outputs.read(installation.cloud_state / "outputs.json"))
        finally:
            _local(home, "down", timeout_s=STOP_S)


@contextmanager
def _turn(home: Path) -> Iterator[None]:
    """Two test runs in one checkout take turns: each would reset the platform of the other."""
    home.parent.mkdir(parents=True, exist_ok=True)
    with home.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _local(home: Path, *words: str, timeout_s: float) -> None:
    command = [sys.executable, "-m", "local", "--home", str(home), "--port-shift", str(PORT_SHIFT), *words]
    subprocess.run(command, check=True, timeout=timeout_s, cwd=CHECKOUT)  # noqa: S603  # our own module
