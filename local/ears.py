"""Ears for Japanese and Portuguese: a Whisper model of the person's own, or one that is fetched once, after a yes.

The model is by OpenAI (MIT), as faster-whisper reads it, from Hugging Face; the package comes from PyPI. `up` then
tells the agent of it.
"""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from local.errors import EarsMissing
from local.installation import CHECKOUT, Installation

MODELS_MB: Mapping[str, int] = {"tiny": 75, "base": 145, "small": 484, "medium": 1_530}
PACKAGE_MB = 190
OF_A_MODEL = ("model.bin", "config.json")
INSTALLED = CHECKOUT / "build" / "ready" / "ears"  # setup/python.sh installs the package again after a sync
LONGEST_FETCH_S = 3_600

type Fetch = Callable[[str, Path], None]


def whisper_model(installation: Installation) -> Path | None:
    folder = installation.home / "whisper"
    return folder.resolve() if folder.is_dir() else None


def take_ears(installation: Installation, folder: Path) -> None:
    """Raises EarsMissing."""
    if missing := [name for name in OF_A_MODEL if not (folder / name).is_file()]:
        raise EarsMissing(f"{folder} holds no model of faster-whisper: {', '.join(missing)} is missing")
    installation.home.mkdir(parents=True, exist_ok=True)
    link = installation.home / "whisper"
    link.unlink(missing_ok=True)
    link.symlink_to(folder.resolve())


def fetch_ears(installation: Installation, model: str, *, agrees: Callable[[str], bool], fetch: Fetch) -> bool:
    """False, and nothing is fetched, without a yes. Raises EarsMissing."""
    if not agrees(f"Fetch Whisper {model} ({MODELS_MB[model]} MB) from Hugging Face? [y/N] "):
        return False
    folder = installation.home / "models" / f"whisper-{model}"
    try:
        fetch(model, folder)
    except (subprocess.SubprocessError, OSError) as error:
        raise EarsMissing(
            f"Whisper {model} could not be fetched: this network may not lead to Hugging Face. On a machine that has "
            f"it, fetch Systran/faster-whisper-{model}, bring its folder here, and run: make ears FOLDER=…"
        ) from error
    take_ears(installation, folder)
    return True


def install_package() -> None:
    """Raises CalledProcessError."""
    command = [str(Path(sys.executable).parent / "uv"), "pip", "install", "--quiet", "--python", sys.executable]
    subprocess.run([*command, "--group", "whisper"], check=True, cwd=CHECKOUT, timeout=LONGEST_FETCH_S)
    INSTALLED.parent.mkdir(parents=True, exist_ok=True)
    INSTALLED.touch()


def from_hugging_face(model: str, folder: Path) -> None:
    """In a process of its own, whose errors are of many classes. Raises CalledProcessError, TimeoutExpired."""
    fetch = f"from faster_whisper import download_model; download_model({model!r}, output_dir={str(folder)!r})"
    subprocess.run([sys.executable, "-c", fetch], check=True, timeout=LONGEST_FETCH_S, stderr=subprocess.DEVNULL)


def says_yes(question: str) -> bool:
    return input(question).strip().lower() in {"y", "yes"}
