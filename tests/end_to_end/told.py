"""Everything that the platform tells of itself: its parts' logs, the functions' logs, traces, metrics and figures."""

import json
from collections.abc import Iterator, Mapping
from urllib.request import urlopen

from tests.platform import Platform

Told = Mapping[str, str]
"""By where it was told."""


def everything_told(platform: Platform) -> Told:
    return {**dict(_files(platform)), **dict(_logs_of_functions(platform)), **dict(_metrics(platform))}


def where(told: Told, words: str) -> list[str]:
    """However it was written: letters of either case, and those that JSON writes by their number."""
    spellings = {words.lower(), json.dumps(words)[1:-1].lower()}
    return sorted(place for place, text in told.items() if any(each in text.lower() for each in spellings))


def _files(platform: Platform) -> Iterator[tuple[str, str]]:
    """Not the terminal's own text, which names the person whom the platform itself has made."""
    installation = platform.installation
    for file in sorted((*installation.logs.glob("*.log"), *installation.traces.glob("*.jsonl"))):
        yield f"{file.parent.name}/{file.name}", file.read_text(errors="replace")


def _logs_of_functions(platform: Platform) -> Iterator[tuple[str, str]]:
    client = platform.cloud().client("logs")
    for groups in client.get_paginator("describe_log_groups").paginate():
        for group in groups["logGroups"]:
            name = group["logGroupName"]
            pages = client.get_paginator("filter_log_events").paginate(logGroupName=name)
            yield f"log group {name}", "\n".join(event["message"] for page in pages for event in page["events"])


def _metrics(platform: Platform) -> Iterator[tuple[str, str]]:
    named = platform.cloud().client("cloudwatch").get_paginator("list_metrics").paginate()
    yield "metrics", json.dumps([page["Metrics"] for page in named], default=str)
    with urlopen(f"http://127.0.0.1:{platform.installation.ports.agent_metrics}/metrics", timeout=5) as answer:
        yield "figures", answer.read().decode()
