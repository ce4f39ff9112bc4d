"""Whether this machine can build the agent's image, where the stage names none."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator

from deploy.finding import Finding, ok, wrong
from stacks.stage import Stage

ANSWERS_WITHIN_S = 20
OTHERWISE = "or push an image and give agent_image_tag"


def answers(program: str) -> bool:
    """Not only its command, but whoever does its work."""
    try:
        asked = subprocess.run([program, "version"], capture_output=True, timeout=ANSWERS_WITHIN_S, check=False)  # noqa: S603  # the engine that the person chose
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def engine(stage: Stage, answers: Callable[[str], bool] = answers) -> Iterator[Finding]:
    if stage.agent_image_tag:
        yield ok("the agent's image", stage.agent_image_tag)
        return
    # What CDK's command calls.
    name = os.environ.get("CDK_DOCKER", "docker")
    if (program := shutil.which(name)) is None:
        yield wrong("container engine", f"no {name} here: install one (CDK_DOCKER names another), {OTHERWISE}")
    elif not answers(program):
        yield wrong("container engine", f"`{name} version` fails: start the engine, {OTHERWISE}")
    else:
        yield ok("container engine", f"{name}; it has to build for {stage.architecture}")
