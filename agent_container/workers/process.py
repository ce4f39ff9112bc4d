"""A part in its own process: native code that holds the interpreter's lock would stall the audio loop.

Not `multiprocessing`, whose children import the parent's main module again: the whole agent, 200 MB, for a decoder.
"""

import os
import signal
import subprocess
import sys
import weakref
from collections.abc import Callable, Mapping
from multiprocessing import Pipe
from multiprocessing.connection import Connection


class WorkerDied(RuntimeError):
    """The process ended while something was asked of it."""


class WorkerProcess:
    """Blocks; for one thread. The process ends with us, however we end, because its pipe does."""

    def __init__(self, module: str, **environment: str) -> None:
        """`module` is run with -m and must end in `serve(...)`; `environment` is added to ours."""
        self._connection, theirs = Pipe()
        command = [sys.executable, "-m", module, str(theirs.fileno())]
        self._process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
            command, pass_fds=[theirs.fileno()], env=os.environ | environment
        )
        theirs.close()
        self.close = weakref.finalize(self, _end, self._connection, self._process)

    def call(self, method: str, *arguments: object) -> object:
        """Raises WorkerDied."""
        try:
            self._connection.send((method, arguments))
            return self._connection.recv()
        except (EOFError, OSError) as error:
            raise WorkerDied(method) from error


def _end(connection: Connection, process: subprocess.Popen[bytes]) -> None:
    connection.close()  # the process's sign to end
    process.wait()


def serve(methods: Mapping[str, Callable[..., object]]) -> None:
    """The process's side: answers until the pipe closes. An error ends it, with its traceback on stderr."""
    for stop in (signal.SIGINT, signal.SIGTERM):  # also sent to our group; a talk that drains still needs us
        signal.signal(stop, signal.SIG_IGN)
    connection = Connection(int(sys.argv[1]))
    while True:
        try:
            method, arguments = connection.recv()
        except EOFError:
            return
        connection.send(methods[method](*arguments))
