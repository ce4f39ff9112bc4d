"""`python -m local [--home FOLDER] [--port-shift N] up|down|status|reset|trace`: the platform on this machine."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from local.background import down, reset, up_in_background
from local.collector.shelf import TraceShelf
from local.collector.tree import tree_of
from local.errors import LocalError
from local.installation import CHECKOUT, Installation
from local.status import status_table
from local.up import up


def main() -> int:
    arguments = _parser().parse_args()
    installation = Installation(home=arguments.home.resolve(), port_shift=arguments.port_shift)
    try:
        return _run(arguments, installation)
    except LocalError as error:
        print(f"{error}", file=sys.stderr)
        return 1


def _run(arguments: argparse.Namespace, installation: Installation) -> int:
    match arguments.command:
        case "up" if arguments.detach:
            up_in_background(installation)
        case "up":
            return up(installation)
        case "down":
            down(_as_started(installation))
            print("stopped")
        case "status":
            return 0 if status_table(_as_started(installation)) else 1
        case "trace":
            return _show_trace(_as_started(installation), arguments.session)
        case "reset":
            reset(_as_started(installation))
            print("forgotten: every talk, person and key of this installation")
    return 0


def _show_trace(installation: Installation, session_id: str) -> int:
    spans = TraceShelf(installation.traces).of_session(session_id)
    if not spans:
        print(f"no trace of {session_id} in {installation.traces}: its id is in the page's address", file=sys.stderr)
        return 1
    Console().print(tree_of(spans))
    return 0


def _as_started(installation: Installation) -> Installation:
    """With the ports that `up` was given."""
    written = installation.home / "installation.json"
    return Installation.load(installation.home) if written.is_file() else installation


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="local", description=__doc__)
    parser.add_argument("--home", type=Path, default=CHECKOUT / ".echosphere", help="the folder that keeps the state")
    parser.add_argument("--port-shift", type=int, default=0, help="added to each port of the platform")
    commands = parser.add_subparsers(dest="command", required=True)
    starting = commands.add_parser("up", help="start the platform")
    starting.add_argument("--detach", action="store_true", help="return when it is ready, and leave it running")
    for name, what in (("down", "stop it"), ("status", "show what runs"), ("reset", "stop it and forget everything")):
        commands.add_parser(name, help=what)
    tracing = commands.add_parser("trace", help="show what was done for a session, and how long it took")
    tracing.add_argument("session")
    return parser


if __name__ == "__main__":
    sys.exit(main())
