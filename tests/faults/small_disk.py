"""A disk of its own for the platform's home, which a test may fill to the last byte. Needs root, and gives it back."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BLOCK = bytes(64 * 1024)


@contextmanager
def small_disk(folder: Path, *, size_mb: int) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    _run("mount", "-t", "tmpfs", "-o", f"size={size_mb}m", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        _run("umount", str(folder))


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """Until the disk takes nothing more. What somebody else deletes meanwhile is room again."""
    ballast = folder / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file:
            while _grew(file.fileno()):
                pass
        yield
    finally:
        ballast.unlink()


def _grew(file: int) -> bool:
    try:
        return os.write(file, BLOCK) > 0
    except OSError:
        return False


def _run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=30)  # noqa: S603  # our own arguments
