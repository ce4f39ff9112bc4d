"""A talk that has ended: how soon it plays, what its transcode costs, and what its recording took meanwhile."""

import os
import tempfile
from pathlib import Path
from statistics import median

from bench.figures import Figures
from bench.playable import measure_playable
from bench.player import measure_player
from bench.recorder import measure_recorder
from bench.talk_file import make_talk_file
from bench.transcode import measure_transcode
from tests.platform import Platform

SIMULATED = (
    "everything runs on one machine over loopback; the raw file is put into its bucket for a stored talk that has "
    "ended, instead of a room that closes; MediaConvert is the local one, AWS's queue and speed are not played; "
    "both sides are noise"
)
# Minutes of talk, and how often; a file of RECORDING_MINUTES more is measured beside them.
LENGTHS = {1: 10, 5: 5}
MORE_SAMPLES = 3
TRANSCODED_MINUTES, TRANSCODES = 5, 5
# As the aim has it: a share of the talk's length, and a constant.
SHARE_OF_LENGTH, AT_MOST_MS = 0.15, 10_000


def bench_recording(platform: Platform) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as folder:
        files = {minutes: _file(Path(folder), minutes) for minutes in lengths()}
        rows: dict[str, object] = {"recorder": measure_recorder(platform).as_json()}
        rows |= _transcodes(platform, files[TRANSCODED_MINUTES])
        for minutes, samples in lengths().items():
            rows[f"playable_{minutes}_min"] = _playable(platform, files[minutes], minutes, samples)
    rows |= {name: figures.as_json() for name, figures in measure_player(platform).items()}
    return {"simulated": SIMULATED, **rows}


def lengths() -> dict[int, int]:
    """Minutes of talk, and how many samples of each."""
    more = os.environ.get("RECORDING_MINUTES")
    return LENGTHS | ({int(more): MORE_SAMPLES} if more else {})


def _file(folder: Path, minutes: int) -> Path:
    return make_talk_file(folder / f"{minutes}.mp4", seconds=60.0 * minutes)


def _transcodes(platform: Platform, file: Path) -> dict[str, object]:
    jobs, commands = measure_transcode(platform, file, seconds=60.0 * TRANSCODED_MINUTES, samples=TRANSCODES)
    return {
        "transcode_minutes": TRANSCODED_MINUTES,
        "transcode_job": Figures.of(jobs).as_json(),
        "transcode_by_hand": Figures.of(commands).as_json(),
        "transcode_ratio": round(median(jobs) / median(commands), 2),
    }


def _playable(platform: Platform, file: Path, minutes: int, samples: int) -> dict[str, float]:
    figures = Figures.of(measure_playable(platform, file, seconds=60.0 * minutes, samples=samples))
    return {**figures.as_json(), "aim_ms": SHARE_OF_LENGTH * minutes * 60_000 + AT_MOST_MS}
