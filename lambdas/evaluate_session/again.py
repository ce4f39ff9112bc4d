"""Has talks judged again, as `make rejudge` calls it: one of them, or those of a workspace that ended from one day
until another (UTC, the last one not included).

    python -m lambdas.evaluate_session.again prod --session SESSION
    python -m lambdas.evaluate_session.again prod --workspace WORKSPACE --since 2026-11-01 --until 2026-12-01

It asks as the deployed function would, with its settings and the caller's credentials, and the queue does the work.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

import boto3

from echosphere.bootstrap.backend import backend_ports
from echosphere.bootstrap.judge_identity import judge_identity
from echosphere.domain.errors import SessionNotFound
from echosphere.domain.evaluation import JudgeIdentity
from echosphere.ports import Ports
from echosphere.services.ask_for_evaluation import ask_for_one
from echosphere.services.ask_for_evaluations import EndDays, ask_for_all

HANDLER = "lambdas.evaluate_session.handler.handler"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One talk, or a workspace's of these days."""

    stage: str
    session_id: str = ""
    workspace_id: str = ""
    days: EndDays | None = None


class Functions(Protocol):
    """As much of boto3's client of Lambda as is used here."""

    def get_paginator(self, name: Any) -> Any: ...  # noqa: ANN401  # AWS's own names and shapes


def main(words: Sequence[str]) -> None:
    """Raises SystemExit with what is wrong."""
    wanted = read_wish(words)
    client = boto3.client("lambda")
    os.environ.update({"AWS_REGION": client.meta.region_name, **settings_of(client, wanted.stage)})
    print(ask(backend_ports(), judge_identity(), wanted))


def ask(ports: Ports, judge: JudgeIdentity, wanted: Wish) -> str:
    """What came of it. Raises SystemExit when there is no such talk."""
    if wanted.days:
        return f"asked for {ask_for_all(ports, judge, wanted.workspace_id, wanted.days)} talks to be judged again"
    try:
        is_asked = ask_for_one(ports, judge, wanted.session_id)
    except SessionNotFound:
        raise SystemExit("there is no such talk in this stage") from None
    return "asked for the talk to be judged again" if is_asked else "the talk goes on: it is judged when it ends"


def read_wish(words: Sequence[str]) -> Wish:
    """Raises SystemExit."""
    parser = ArgumentParser(prog="make rejudge")
    parser.add_argument("stage")
    parser.add_argument("--session", default="")
    parser.add_argument("--workspace", default="")
    parser.add_argument("--since", type=date.fromisoformat)
    parser.add_argument("--until", type=date.fromisoformat)
    read = parser.parse_args(words)
    of_a_range = (read.workspace, read.since, read.until)
    if bool(read.session) == any(of_a_range) or (any(of_a_range) and not all(of_a_range)):
        parser.error("name one talk (SESSION), or a WORKSPACE with SINCE and UNTIL")
    if read.session:
        return Wish(stage=read.stage, session_id=read.session)
    if read.until <= read.since:
        parser.error("UNTIL is a day behind SINCE: it is the first that is not wanted")
    days = EndDays(first=read.since, last=read.until - timedelta(days=1))
    return Wish(stage=read.stage, workspace_id=read.workspace, days=days)


def settings_of(client: Functions, stage: str) -> Mapping[str, str]:
    """Of the function that judges in this stage. Raises SystemExit where there is none."""
    found = [each for each in _environments(client) if each.get("STAGE") == stage]
    if not found:
        raise SystemExit(f"nobody judges in the stage {stage} of this account and region")
    return found[0]


def _environments(client: Functions) -> Iterator[Mapping[str, str]]:
    for page in client.get_paginator("list_functions").paginate():
        for function in page["Functions"]:
            if function["Handler"] == HANDLER:
                yield function["Environment"]["Variables"]


if __name__ == "__main__":
    main(sys.argv[1:])
