"""Starts the platform in the background and waits until it is ready, and stops it from another terminal."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import psutil

from local.conductor import ready_file
from local.demo_person import FILE
from local.errors import NotReady
from local.installation import Installation
from local.processes import end_processes
from local.run_record import remove_record, running

LONGEST_START_S = 600.0
# The agent's ten seconds, honcho's five, and a little.
LONGEST_STOP_S = 25.0
EVERY_S = 0.1
SAID = "up.out"


def up_in_background(installation: Installation) -> None:
    """Prints what it said until it was ready. Raises NotReady with the same."""
    installation.save()
    ready_file(installation).unlink(missing_ok=True)
    said = installation.home / SAID
    where = ["--home", str(installation.home), "--port-shift", str(installation.port_shift)]
    with said.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "local", *where, "up"],
            cwd=installation.checkout,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _wait(process, installation, said)
    print(said.read_text())


def down(installation: Installation) -> int:
    """Answers how many processes had to be ended one by one, because their `up` was gone."""
    if found := running(installation):
        found.terminate()
        psutil.wait_procs([found], timeout=LONGEST_STOP_S)
    left = end_processes(installation.home)
    remove_record(installation)
    return left


def reset(installation: Installation) -> None:
    down(installation)
    # By name, because a person may have chosen a folder that holds other things.
    for name in ("cloud", "recordings", "traces", "run", "logs", "tls", "tmp", FILE, SAID, "installation.json"):
        path = installation.home / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _wait(process: "subprocess.Popen[bytes]", installation: Installation, said: Path) -> None:
    deadline = time.monotonic() + LONGEST_START_S
    while not ready_file(installation).exists():
        if process.poll() is not None or time.monotonic() > deadline:
            down(installation)
            raise NotReady(said.read_text())
        time.sleep(EVERY_S)
