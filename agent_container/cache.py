"""What takes seconds to make and may be lost: files in the user's cache folder, beside the built LiveKit server."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory


def cached(name: str, make: Callable[[Path], None]) -> Path:
    """Two processes may make the same file; each finishes its own before it takes the name, so no half one is read."""
    path = _folder() / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent) as unfinished:
            made = Path(unfinished) / name
            make(made)
            made.replace(path)
    return path


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "echosphere"
