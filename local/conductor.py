"""`python -m local.conductor HOME`: brings the parts up in order and tells the person how far it is.

It is a supervised process like the others: it ends with an error when something is not ready, and then all end.
"""

import argparse
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import boto3

from local.demo_person import Person, demo_person, ensure_person
from local.deploy import deploy, deployed_outputs, outputs_file
from local.errors import LocalError
from local.installation import Installation
from local.log_printer import FOR_THE_EYE
from local.outputs import Outputs
from local.parts import CLOUD, PARTS, Part
from local.readiness import wait_until
from local.start_when_deployed import gate
from local.status import status_table
from local.warm_functions import warm_functions


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.conductor")
    parser.add_argument("home", type=Path)
    installation = Installation.load(parser.parse_args().home)
    try:
        bring_up(installation)
    except LocalError as error:
        sys.exit(f"{type(error).__name__}: {error}")
    signal.pause()


def bring_up(installation: Installation) -> None:
    begun_s = time.monotonic()
    with _step("the local cloud starts"):
        _wait_for(CLOUD, installation)
    outputs = _deployed(installation)
    person = demo_person(installation)
    person_id = ensure_person(boto3.client("cognito-idp"), outputs.get("identity", "UserPoolId"), person)
    _open_gate(installation)
    with ThreadPoolExecutor(1) as beside:
        warm = beside.submit(warm_functions, boto3.client("lambda"), person_id=person_id)
        for part in PARTS:
            with _step(f"{part.name}: {part.what}"):
                _wait_for(part, installation)
        with _step("functions: warm for the first talk"):
            warm.result()
    _welcome(installation, outputs, person, took_s=time.monotonic() - begun_s)
    ready_file(installation).touch()


def _wait_for(part: Part, installation: Installation) -> None:
    wait_until(lambda: part.answers(installation), what=part.name, within_s=part.within_s)


def ready_file(installation: Installation) -> Path:
    return installation.run / "ready"


def _deployed(installation: Installation) -> Outputs:
    if outputs := deployed_outputs(installation):
        _tell("the stacks are deployed as they stand")
        return outputs
    with _step("the stacks are deployed (cdk)"):
        return deploy(installation, tell=_tell)


def _open_gate(installation: Installation) -> None:
    partial = gate(installation).with_suffix(".tmp")
    shutil.copyfile(outputs_file(installation), partial)
    partial.replace(gate(installation))


def _welcome(installation: Installation, outputs: Outputs, person: Person, *, took_s: float) -> None:
    status_table(installation)
    _tell(f"ready after {took_s:.1f} s; Ctrl-C stops everything")
    _tell("")
    _tell(f"  open      {outputs.get('web', 'PageUrl')}")
    _tell(f"{FOR_THE_EYE}  sign in   {person.email}")
    _tell(f"{FOR_THE_EYE}  password  {person.password}")
    _tell("")


@contextmanager
def _step(what: str) -> Iterator[None]:
    begun_s = time.monotonic()
    yield
    _tell(f"{what}: {time.monotonic() - begun_s:.1f} s")


def _tell(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main()
