"""A part in its own process: native code that holds the interpreter's lock would stall the audio loop.

Not `multiprocessing`, whose children import the parent's main module again: the whole agent, 200 MB, for a decoder.
"""

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Client, Connection
from pathlib import Path

NURSERY = "WORKER_NURSERY"  # the variable that names the folder of its sockets
PATIENCE_S = 20.0  # with a nursery that loads its models on a busy machine

Methods = Mapping[str, Callable[..., object]]


class WorkerDied(RuntimeError):
    """The process ended while something was asked of it."""


class WorkerProcess:
    """Blocks; for one thread. The process ends with us, however we end, because its pipe does."""

    def __init__(self, module: str) -> None:
        """`module` is run with -m and must end in `run(load)`; where a nursery is offered, it forks it instead."""
        self._module = module
        self._is_ready = False
        self._is_born = False
        with suppress(KeyError, OSError):  # none is offered, or it has died
            self._hold(Client(str(nursery_socket(os.environ[NURSERY], module)), "AF_UNIX"))
            self._is_born = True
        if not self._is_born:
            self._start_program()

    def until_ready(self) -> None:
        """Until its models are loaded. Raises WorkerDied."""
        if self._is_ready:
            return
        if self._is_born and not self._connection.poll(PATIENCE_S):
            self._start_program()
        try:
            self._connection.recv()
        except (EOFError, OSError) as error:
            if not self._is_born:
                raise WorkerDied(self._module) from error
            self._start_program()
            self.until_ready()
        self._is_ready = True

    def call(self, method: str, *arguments: object) -> object:
        """Raises WorkerDied."""
        self.until_ready()
        try:
            self._connection.send((method, arguments))
            return self._connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerDied(method) from error

    def _start_program(self) -> None:
        if self._is_born:
            self.close()
            self._is_born = False
        ours, theirs = Pipe()
        command = [sys.executable, "-m", self._module, str(theirs.fileno())]
        process = subprocess.Popen(command, pass_fds=[theirs.fileno()])  # noqa: S603  # our own interpreter and module
        theirs.close()
        self._hold(ours, process)

    def _hold(self, connection: Connection, process: subprocess.Popen[bytes] | None = None) -> None:
        self._connection = connection
        self.close = weakref.finalize(self, _end, connection, process)


def nursery_socket(folder: str, module: str) -> Path:
    """Short: a socket's whole path may have a hundred bytes."""
    return Path(folder) / module.rpartition(".")[-1]


def _end(connection: Connection, process: subprocess.Popen[bytes] | None) -> None:
    connection.close()  # the process's sign to end
    if process is not None:
        process.wait()


def run(load: Callable[[], Methods]) -> None:
    """The program's side."""
    outlive_stops()
    serve(load(), Connection(int(sys.argv[1])))


def outlive_stops() -> None:
    for stop in (signal.SIGINT, signal.SIGTERM):  # also sent to our group; a talk that drains still needs us
        signal.signal(stop, signal.SIG_IGN)


def serve(methods: Methods, connection: Connection) -> None:
    """Says that it is ready, then answers until the pipe closes. An error ends it, with its traceback on stderr."""
    connection.send("ready")
    while True:
        try:
            method, arguments = connection.recv()
        except EOFError:
            return
        connection.send(methods[method](*arguments))
