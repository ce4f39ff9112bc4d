"""Starts the platform in the foreground and keeps it until it is told to stop or a part of it dies again and again."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

from local.conductor import ready_file
from local.environment import builder_environment, operator_environment, plain_environment
from local.errors import AlreadyRunning
from local.installation import Installation
from local.log_printer import LogPrinter
from local.ministack.environment import cloud_environment
from local.parts import AGENT, CLOUD, PARTS, Part
from local.port_check import check_ports
from local.processes import end_processes
from local.programs import check_programs
from local.run_record import remove_record, running, write_record
from local.start_when_deployed import gate
from local.supervisor import Supervisor

CONDUCTOR = "up"
LONGEST_CLOSE_S = 8.0


def up(installation: Installation) -> int:
    """Answers the exit code: 0 when a person stopped it. Raises LocalError before anything is started."""
    prepare(installation)
    write_record(installation)
    printer = LogPrinter(installation.logs)
    supervisor = Supervisor(printer, stops_first=AGENT.name, before=lambda: _close_rooms(installation))
    _add_processes(supervisor, installation)
    # A terminal that is closed stops the platform as Ctrl-C does.
    signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))
    try:
        supervisor.loop()
    finally:
        end_processes(installation.home)
        remove_record(installation)
    return _farewell(supervisor, printer)


def prepare(installation: Installation) -> None:
    installation.save()
    if found := running(installation):
        raise AlreadyRunning(f"EchoSphere runs already (pid {found.pid}): `make down` stops it, `make status` shows it")
    if left := end_processes(installation.home):
        print(f"ended {left} processes that a killed run had left behind")
    check_programs(installation, path=plain_environment(installation)["PATH"])
    check_ports(installation.ports)
    for name in (gate(installation), ready_file(installation)):
        name.unlink(missing_ok=True)
    for log in installation.logs.glob("*.log"):
        log.unlink()


def _add_processes(supervisor: Supervisor, installation: Installation) -> None:
    folder = installation.checkout
    cloud = [sys.executable, "-m", "local.keep_running", CLOUD.name, sys.executable, "-m", CLOUD.module]
    supervisor.add(CLOUD.name, cloud, environment=cloud_environment(installation), folder=folder)
    operator = operator_environment(installation)
    for part in PARTS:
        if part.waits_for_the_deploy:
            supervisor.add(part.name, _gated(part, installation), environment=operator, folder=folder)
    conductor = [sys.executable, "-m", "local.conductor", str(installation.home)]
    supervisor.add(CONDUCTOR, conductor, environment=builder_environment(installation), folder=folder)


def _gated(part: Part, installation: Installation) -> list[str]:
    return [sys.executable, "-m", "local.start_when_deployed", str(installation.home), part.name]


def _close_rooms(installation: Installation) -> None:
    """In a process of its own: LiveKit's client takes long to import, and the start should not wait for it."""
    command = [sys.executable, "-m", "local.close_rooms", str(installation.home)]
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(command, cwd=installation.checkout, timeout=LONGEST_CLOSE_S, check=False)


def _farewell(supervisor: Supervisor, printer: LogPrinter) -> int:
    if not supervisor.ended_by_itself:
        print("stopped")
        return 0
    for name in supervisor.ended_by_itself:
        print(f"\n{name} ended by itself, so the rest was stopped. Its last lines:", file=sys.stderr)
        print(*(f"  {line}" for line in printer.last_lines[name]), sep=os.linesep, file=sys.stderr)
    return 1
