"""Stages as cdk.json would have them, with a LiveKit of one's own."""

import json
from collections.abc import Iterable

from deploy.finding import Finding
from stacks.stage import Stage, read_stage
from tests.unit.stacks.templates import REGION, ROOT

LIVEKIT = {"livekit_url": "wss://live.example.org", "livekit_api_url": "https://live.example.org"}


def a_stage(**given: object) -> Stage:
    written = json.loads((ROOT / "cdk.json").read_text())["context"]
    return read_stage({**written, "stage": "dev", "region": REGION, **LIVEKIT, **given}.get)


def only(found: Iterable[Finding]) -> Finding:
    (one,) = found
    return one
