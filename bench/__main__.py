"""`make bench`: starts a platform of its own, measures, prints, and writes build/bench/<name>.json.

`python -m bench recording` measures one alone.
"""

import asyncio
import json
import os
import platform as machine
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from bench.api import measure_api
from bench.figures import Figures
from bench.heard import report
from bench.noise import measure_noise
from bench.overhead import bench_overhead
from bench.pace import bench_pace
from bench.reconnect import measure_reconnect
from bench.recording import bench_recording
from bench.room import measure_room
from bench.stock_agent import ADVISED
from bench.talk import measure_talk
from bench.truth import bench_truth
from bench.visits import OURS
from bench.watched_room import bench_watched_room
from tests.platform import Platform, running_platform

WRITTEN = Path("build/bench")
SIMULATED = "everything runs on one machine over loopback; ears, brain and voice are the offline ones; no far service"


def main(wanted: Sequence[str]) -> None:
    """All, in their order, when none is named. The platform runs for those that need it."""
    with ExitStack() as stack:
        platform = cache(lambda: stack.enter_context(running_platform()))
        for name in wanted or BENCHES:
            report = _report(BENCHES[name](platform))
            print(f"{name}: {json.dumps(report, indent=2)}")
            WRITTEN.mkdir(parents=True, exist_ok=True)
            (WRITTEN / f"{name}.json").write_text(json.dumps(report, indent=2) + "\n")


def bench_room(platform: Platform) -> dict[str, object]:
    heard = measure_room(platform)
    rows = {
        "click_to_greeting": Figures.of(heard.greeted_recorded),
        "click_to_greeting_unrecorded": Figures.of(heard.greeted_unrecorded),
        "start_answered": Figures.of(heard.started_recorded),
        "start_answered_unrecorded": Figures.of(heard.started_unrecorded),
        "voice_to_voice": Figures.of(heard.answered),
    }
    rows |= measure_api(platform.cloud().client("lambda"), _api_function(platform))
    for name, figures in rows.items():
        print(f"{name:30} {figures}")
    print(f"{'cold ratio to bare':30} {rows['cold_echosphere'].p50_ms / rows['cold_bare'].p50_ms:.2f}")
    print(f"{'warm ratio to bare':30} {rows['warm_echosphere'].p50_ms / rows['warm_bare'].p50_ms:.2f}")
    return {"simulated": SIMULATED, **{name: figures.as_json() for name, figures in rows.items()}}


def bench_talk() -> dict[str, object]:
    rows = dict(report(asyncio.run(measure_talk()), ours=OURS, stock=ADVISED))
    return {"simulated": SIMULATED, **rows}


def bench_reconnect(platform: Platform) -> dict[str, object]:
    rows: dict[str, object] = {}
    for name, taken in measure_reconnect(platform).items():
        heard_ms = [each for each in taken if each is not None]
        rows[name] = Figures.of(heard_ms).as_json() if heard_ms else None
        rows[f"{name}_lost"] = f"{len(taken) - len(heard_ms)} of {len(taken)}"
    return {"simulated": SIMULATED, **rows}


async def bench_noise() -> dict[str, object]:
    return {"simulated": SIMULATED, **{name: asdict(outcome) async for name, outcome in measure_noise()}}


BENCHES: Mapping[str, Callable[[Callable[[], Platform]], dict[str, object]]] = {
    "talk": lambda _: bench_talk(),
    "room": lambda platform: bench_room(platform()),
    "truth": lambda platform: bench_truth(platform()),
    "reconnect": lambda platform: bench_reconnect(platform()),
    "overhead": lambda _: bench_overhead(),
    "watched": lambda _: {"simulated": SIMULATED, **bench_watched_room()},
    "pace": lambda _: bench_pace(),
    "noise": lambda _: asyncio.run(bench_noise()),
    "recording": lambda platform: bench_recording(platform()),
}


def _report(rows: Mapping[str, object]) -> dict[str, object]:
    return {
        "taken_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{machine.machine()}, {os.cpu_count()} cores",
        **rows,
    }


def _api_function(platform: Platform) -> str:
    functions = platform.cloud().client("lambda").list_functions()["Functions"]
    (name,) = (each["FunctionName"] for each in functions if each["Handler"] == "lambdas.api.handler.handler")
    return str(name)


if __name__ == "__main__":
    main(sys.argv[1:])
