"""Has the talks of a workspace judged again that began from one day until another (UTC, the last one not included):
`python -m lambdas.evaluate_session.again WORKSPACE 2026-11-01 2026-12-01 STAGE`, as `make rejudge` calls it.

It asks as the deployed function would, with its settings and the caller's credentials, and the queue does the work.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

import boto3

from echosphere.bootstrap.backend import backend_ports
from echosphere.bootstrap.judge_identity import judge_identity
from echosphere.services.ask_for_evaluation import Range, ask_for_evaluations

HANDLER = "lambdas.evaluate_session.handler.handler"


class Functions(Protocol):
    """As much of boto3's client of Lambda as is used here."""

    def get_paginator(self, name: Any) -> Any: ...  # noqa: ANN401  # AWS's own names and shapes


def main(workspace_id: str, since: str, until: str, stage: str) -> None:
    client = boto3.client("lambda")
    os.environ.update({"AWS_REGION": client.meta.region_name, **settings_of(client, stage)})
    wanted = range_of(workspace_id, since, until)
    print(f"asked for {ask_for_evaluations(backend_ports(), judge_identity(), wanted)} talks to be judged again")


def range_of(workspace_id: str, since: str, until: str) -> Range:
    """Raises ValueError."""
    return Range(workspace_id=workspace_id, since=_day(since), until=_day(until))


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


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


if __name__ == "__main__":
    main(*sys.argv[1:])
