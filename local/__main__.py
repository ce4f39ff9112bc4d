"""`python -m local [--home FOLDER] [--port-shift N] up|down|status|reset|trace|ears`: the platform on this machine."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from local.background import down, reset, up_in_background
from local.collector.shelf import TraceShelf
from local.collector.tree import tree_of
from local.ears import (
    MODELS_MB,
    PACKAGE_MB,
    fetch_ears,
    from_hugging_face,
    install_package,
    says_yes,
    take_ears,
    whisper_model,
)
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
        case "ears":
            return _ears(installation, arguments.folder, arguments.model)
    return 0


def _ears(installation: Installation, folder: Path | None, model: str) -> int:
    print(f"installing faster-whisper ({PACKAGE_MB} MB, from PyPI)")
    install_package()
    if folder is not None:
        take_ears(installation, folder)
    elif not fetch_ears(installation, model, agrees=says_yes, fetch=from_hugging_face):
        print("nothing was fetched")
        return 1
    print(f"the ears are {whisper_model(installation)} from the next `make up` on")
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
    ears = commands.add_parser("ears", help="take a Whisper model for the ears")
    ears.add_argument("--folder", type=Path, help="that holds one; without it, one is fetched after a yes")
    ears.add_argument("--model", choices=MODELS_MB, default="base")
    return parser


if __name__ == "__main__":
    sys.exit(main())
