"""Run as a program: loads the models of workers once and forks a worker for who asks, so that all share the memory.

Each is loaded when it is first asked for, which may wait for it. If the nursery dies, workers are programs again.
"""

import gc
import os
import select
import signal
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib import import_module
from multiprocessing.connection import Connection
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import NoReturn

from agent_container.workers.process import NURSERY, Methods, nursery_socket, outlive_stops, serve

MODULES = ("agent_container.workers.decoder", "agent_container.workers.open_jtalk")
QUEUE = 128  # of who asks while models are being loaded
LIFELINE = 0  # stdin, a pipe whose other end is the agent's: however that ends, it closes
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1"}  # a fork has none of the others that NumPy would start


@contextmanager
def a_nursery(*modules: str) -> Iterator[None]:
    """For the processes that are started meanwhile: the environment names it. Waits for nothing that is loaded."""
    if sys.platform != "linux":  # elsewhere a system's own libraries do not bear a fork
        yield
        return
    with (
        TemporaryDirectory(prefix="nursery-", ignore_cleanup_errors=True) as folder,  # of mode 0700
        _begun(folder, modules or MODULES),
    ):
        os.environ[NURSERY] = folder
        try:
            yield
        finally:
            del os.environ[NURSERY]


def _begun(folder: str, modules: Sequence[str]) -> subprocess.Popen[bytes]:
    """Who asks before it runs is answered later. The sockets are its alone, so that who asks a dead one is refused."""
    with ExitStack() as ours:
        listeners = [ours.enter_context(_listener(folder, module)) for module in modules]
        inherited = [listener.fileno() for listener in listeners]
        pairs = [f"{number}={module}" for number, module in zip(inherited, modules, strict=True)]
        return subprocess.Popen(  # noqa: S603  # our own interpreter and module
            [sys.executable, "-m", __name__, folder, *pairs],
            stdin=subprocess.PIPE,
            pass_fds=inherited,
            env=os.environ | ONE_THREAD,
        )


def _listener(folder: str, module: str) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(nursery_socket(folder, module)))
    listener.listen(QUEUE)
    return listener


def keep_nursery(folder: str, pairs: Sequence[str]) -> None:
    """`pairs` name the sockets that are inherited, each with its module: "3=agent_container.workers.decoder"."""
    outlive_stops()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whom nobody waits for leaves no zombie
    asked_for = {socket.socket(fileno=int(number)): module for number, module in (pair.split("=") for pair in pairs)}
    watched: list[int | socket.socket] = [LIFELINE, *asked_for]
    try:
        while LIFELINE not in (asked := select.select(watched, [], [])[0]):
            for listener in asked_for.keys() & asked:
                _bear(_loaded(asked_for[listener]), listener, listeners=asked_for)
    finally:
        rmtree(folder, ignore_errors=True)


@cache
def _loaded(module: str) -> Methods:
    methods: Methods = import_module(module).load()
    gc.collect()
    gc.freeze()  # a collection in a worker would write to what is shared, and so copy it
    return methods


def _bear(methods: Methods, listener: socket.socket, *, listeners: Iterable[socket.socket]) -> None:
    with Connection(listener.accept()[0].detach()) as connection:
        if os.fork() == 0:
            for each in listeners:  # which would take calls that nobody answers, once the nursery has died
                each.close()
            _live(methods, connection)


def _live(methods: Methods, connection: Connection) -> NoReturn:
    try:
        serve(methods, connection)
    except Exception:  # noqa: BLE001  # the edge of a process; what a program would print of its own
        traceback.print_exc()
    finally:
        os._exit(0)  # not by the nursery's way out, which takes its folder away


if __name__ == "__main__":
    keep_nursery(sys.argv[1], sys.argv[2:])
