"""honcho's manager with a habit of its own: the agent stops first, because it writes through the others."""

import os
import shlex
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from honcho.manager import KILL_WAIT, Manager

from local.log_printer import LogPrinter


class Supervisor(Manager):  # type: ignore[misc]  # honcho has no types
    """`stops_first` writes its last words through the others, so they stop when it has ended."""

    def __init__(self, printer: LogPrinter, *, stops_first: str, before: Callable[[], object] = lambda: None) -> None:
        """`before` is called once, while all still run."""
        super().__init__(printer)
        self._stops_first = stops_first
        self._before = before
        self._asked_first = False
        self._asked_all_s: float | None = None
        self.ended_by_itself: list[str] = []

    def add(self, name: str, command: Sequence[str], *, environment: Mapping[str, str], folder: Path) -> None:
        # exec: the shell that honcho starts becomes the program, and signals reach it.
        self.add_process(name, f"exec {shlex.join(command)}", env=dict(environment), cwd=str(folder))

    def terminate(self) -> None:
        """honcho calls it at a signal, and again when the first process has ended."""
        if not self._asked_first:
            self._asked_first = True
            self.ended_by_itself = [name for name in self._processes if self._has_ended(name)]
            self._before()
            if not self._has_ended(self._stops_first):
                self._ask(self._stops_first)
                return
        self._ask_all()

    def kill(self) -> None:
        """honcho calls it again and again, from some seconds after the first process has ended."""
        if self._asked_all_s is None:
            self._ask_all()
        elif time.monotonic() - self._asked_all_s > KILL_WAIT:
            super().kill()

    def _ask_all(self) -> None:
        if self._asked_all_s is None:
            self._asked_all_s = time.monotonic()
            super().terminate()

    def _ask(self, name: str) -> None:
        pid = self._processes[name].get("pid")
        if pid is not None:
            os.killpg(pid, signal.SIGTERM)

    def _has_ended(self, name: str) -> bool:
        return self._processes[name].get("returncode") is not None
