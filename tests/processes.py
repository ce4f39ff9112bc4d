"""What a process holds that may end while one asks."""

from collections.abc import Mapping, Sequence
from typing import Any

import psutil


def connections_of(process: psutil.Process) -> Sequence[Any]:
    try:
        return process.net_connections("inet")
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return ()


def command_and_environment_of(process: psutil.Process) -> Sequence[tuple[Sequence[str], Mapping[str, str]]]:
    """One pair, or none of a process that is gone."""
    try:
        return [(process.cmdline(), process.environ())]
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return []


def files_of(process: psutil.Process) -> Sequence[str]:
    try:
        return [file.path for file in process.open_files()]
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return ()
