"""What a process answers, which may end while one asks."""

from collections.abc import Callable

import psutil


def if_alive[T](ask: Callable[[], T]) -> T | None:
    try:
        return ask()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return None
