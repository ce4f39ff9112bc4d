"""`python -m local.collector HOME`"""

import argparse
from pathlib import Path

import uvicorn

from local.collector.app import collector_app
from local.collector.shelf import TraceShelf
from local.installation import LOOPBACK, Installation


def main() -> None:
    parser = argparse.ArgumentParser(prog="local.collector")
    parser.add_argument("home", type=Path)
    installation = Installation.load(parser.parse_args().home)
    app = collector_app(TraceShelf(installation.traces))
    uvicorn.run(app, host=LOOPBACK, port=installation.ports.collector, log_level="warning")


if __name__ == "__main__":
    main()
