"""Whether what would be deployed is what was deployed: one digest over all that the stacks are made of."""

import hashlib
import platform
from collections.abc import Iterator
from pathlib import Path

from local.ears import whisper_model
from local.installation import Installation

# Files and folders of the checkout that reach a template or an asset, and the emulator that reads the templates.
INPUTS = (
    "app.py",
    "cdk.json",
    "stacks",
    "lambdas",
    "echosphere",
    "requirements.txt",
    "pyproject.toml",
    "package-lock.json",
    "web/dist",
    "local/ministack",
    "local/deploy.py",
)


def fingerprint(installation: Installation) -> str:
    machine = (
        f"{platform.machine()} {platform.python_version()} {installation.port_shift} {whisper_model(installation)}"
    )
    digest = hashlib.sha256(machine.encode())
    for path in _files(installation.checkout):
        digest.update(f"\0{path.relative_to(installation.checkout)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(checkout: Path) -> Iterator[Path]:
    for name in INPUTS:
        path = checkout / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (it for it in found if it.is_file() and "__pycache__" not in it.parts)
