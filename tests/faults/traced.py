"""What is kept of a talk's trace, and what of it is known to be lost."""

import json
import re
from collections.abc import Sequence
from urllib.request import urlopen

from local.collector.shelf import TraceShelf, whole_lines
from local.collector.spans import KeptSpan
from local.installation import LOOPBACK, Installation
from tests.platform import Platform

DROPPED = re.compile(r"^echosphere_spans_dropped_total (\S+)$", re.MULTILINE)


def trace_of(installation: Installation, session_id: str) -> Sequence[KeptSpan]:
    """In order of their beginning; none as long as nobody has told of it."""
    return TraceShelf(installation.traces).of_session(session_id)


def told_of(installation: Installation, session_id: str) -> Sequence[KeptSpan]:
    """Every span that speaks of it, of whatever trace, as often as it came."""
    lines = [line for file in installation.traces.glob("*.jsonl") for line in whole_lines(file)]
    return [KeptSpan.from_json(json.loads(line)) for line in lines if session_id in line]


def dropped_by_agents(installation: Installation) -> int:
    with urlopen(f"http://{LOOPBACK}:{installation.ports.agent_metrics}/metrics", timeout=5) as answer:
        (told,) = DROPPED.findall(answer.read().decode())
    return int(float(told))


def dropped_by_functions(platform: Platform) -> int:
    """As CloudWatch reads it from the log of who forwards them."""
    client = platform.cloud().client("logs")
    groups = client.get_paginator("describe_log_groups").paginate()
    (name,) = (each["logGroupName"] for page in groups for each in page["logGroups"] if "ForwardSpans" in str(each))
    pages = client.get_paginator("filter_log_events").paginate(logGroupName=name)
    lines = [event["message"] for page in pages for event in page["events"]]
    counted = [json.loads(line)["SpansDropped"] for line in lines if '"SpansDropped":[' in line.replace(" ", "")]
    return round(sum(sum(values) for values in counted))
