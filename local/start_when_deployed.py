"""`python -m local.start_when_deployed HOME PART`: waits for the stacks, then starts the part."""

import argparse
import sys
import time
from pathlib import Path

from local.installation import Installation
from local.keep_running import keep_running
from local.outputs import Outputs
from local.parts import PARTS, command

EVERY_S = 0.05


def gate(installation: Installation) -> Path:
    """The deployed outputs of this run; `up` removes the file before it starts anything."""
    return installation.run / "outputs.json"


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.start_when_deployed")
    parser.add_argument("home", type=Path)
    parser.add_argument("part", choices=[part.name for part in PARTS])
    arguments = parser.parse_args()
    installation = Installation.load(arguments.home)
    while not gate(installation).is_file():
        time.sleep(EVERY_S)
    part = next(it for it in PARTS if it.name == arguments.part)
    sys.exit(keep_running(part.name, command(part, installation, Outputs.read(gate(installation)))))


if __name__ == "__main__":
    main()
