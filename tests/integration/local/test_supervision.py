"""Real processes under the supervisor, found and ended."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from local.errors import PortTaken
from local.installation import HOME_VARIABLE, Installation
from local.log_printer import LogPrinter
from local.port_check import check_ports
from local.processes import end_processes, platform_processes
from local.run_record import running, write_record
from local.supervisor import Supervisor

pytestmark = pytest.mark.integration

# A child that starts a child, and says so.
FAMILY = """
import subprocess, sys
subprocess.Popen(['sleep', '60'], stdout=subprocess.DEVNULL)
print('ready', flush=True)
sys.stdin.read()
"""


@pytest.fixture
def family(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, HOME_VARIABLE: str(tmp_path)}
    process = subprocess.Popen(
        [sys.executable, "-c", FAMILY], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout and process.stdout.readline() == "ready\n"
    yield process
    end_processes(tmp_path)
    process.communicate()


def test_the_children_of_a_killed_process_are_found_and_ended(family: "subprocess.Popen[str]", tmp_path: Path) -> None:
    family.kill()
    family.wait()

    ended = end_processes(tmp_path)

    assert ended == 1
    assert not list(platform_processes(tmp_path))


def test_the_processes_of_another_platform_are_left_alone(family: "subprocess.Popen[str]", tmp_path: Path) -> None:
    assert end_processes(tmp_path / "other") == 0
    assert family.poll() is None


def test_the_record_of_a_killed_run_is_no_running_one(tmp_path: Path) -> None:
    installation = Installation(home=tmp_path)
    installation.save()
    write_record(installation)
    mine = running(installation)

    record = installation.run / "up.json"
    record.write_text(record.read_text().replace(str(psutil.Process().create_time()), "1.0"))

    assert mine and mine.pid == os.getpid()
    assert running(installation) is None


def test_a_taken_port_is_named_with_who_holds_it(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        shift = taken.getsockname()[1] - 8080
        ports = Installation(home=tmp_path, port_shift=shift).ports

        with pytest.raises(PortTaken, match=rf"port {ports.edge} \(edge\) is taken by .*\(pid {os.getpid()}\)"):
            check_ports(ports)


def test_when_one_part_dies_the_others_stop_and_its_last_words_are_kept(tmp_path: Path) -> None:
    printer = LogPrinter(tmp_path)
    supervisor = Supervisor(printer, stops_first="agent")
    environment = {"PATH": os.environ["PATH"]}
    supervisor.add("agent", ["sleep", "60"], environment=environment, folder=tmp_path)
    supervisor.add("cloud", ["sleep", "60"], environment=environment, folder=tmp_path)
    supervisor.add(
        "page", [sys.executable, "-c", "raise SystemExit('no distribution')"], environment=environment, folder=tmp_path
    )

    supervisor.loop()

    assert supervisor.ended_by_itself == ["page"]
    assert list(printer.last_lines["page"]) == ["no distribution"]
    assert (tmp_path / "page.log").read_text() == "no distribution\n"


# Counts its lives in a file, and has a child that outlives it.
MORTAL = """
import subprocess, sys
from pathlib import Path
lives = Path(sys.argv[1])
lives.write_text(lives.read_text() + 'x' if lives.exists() else 'x')
if len(lives.read_text()) >= int(sys.argv[2]):
    print('lives', flush=True)
    sys.stdin.read()
subprocess.Popen(['sleep', '60'])
raise SystemExit(7)
"""


def kept(home: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "local.keep_running", "page", sys.executable, "-c", MORTAL, str(home / "lives")]
    return subprocess.Popen(
        [*command, *arguments],
        env={**os.environ, HOME_VARIABLE: str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_a_part_that_ends_by_itself_is_started_again_and_leaves_nothing_behind(tmp_path: Path) -> None:
    page = kept(tmp_path, "2")
    assert page.stdout
    assert page.stdout.readline() == "page ended by itself (7) and is started again\n"
    assert page.stdout.readline() == "lives\n"

    left = [process.name() for process in platform_processes(tmp_path)]
    os.killpg(page.pid, signal.SIGTERM)
    page.communicate()

    assert "sleep" not in left
    assert page.returncode == 128 + signal.SIGTERM


def test_a_part_that_ends_again_and_again_is_given_up(tmp_path: Path) -> None:
    page = kept(tmp_path, "9")

    printed, _ = page.communicate()  # to the end of what they print: nobody is left who could

    assert page.returncode == 7
    assert (tmp_path / "lives").read_text() == "xxx"
    assert printed.count("is started again") == 2


def test_a_part_that_is_told_to_stop_between_two_lives_has_no_other(tmp_path: Path) -> None:
    page = kept(tmp_path, "9")
    assert page.stdout
    assert page.stdout.readline() == "page ended by itself (7) and is started again\n"

    os.killpg(page.pid, signal.SIGTERM)
    page.communicate()

    assert (tmp_path / "lives").read_text() == "x"
