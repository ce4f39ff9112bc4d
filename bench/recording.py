"""A talk that has ended: how soon it plays, what its transcode costs, and what its recording took meanwhile."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from bench.figures import Figures
from bench.hung_up import measure_hung_up
from bench.playable import measure_playable
from bench.player import measure_player
from bench.recorder import measure_recorder
from bench.talk_file import TalkFile, make_talk_file
from bench.transcode import measure_transcode
from echosphere.domain.recording import RecordingKind
from tests.platform import Platform

SIMULATED = (
    "everything runs on one machine over loopback; for `playable` the raw file is put into its bucket for a stored "
    "talk that has ended, both sides are noise and faces a test card, for `hung_up` a talk is really held, recorded "
    "and ended; MediaConvert is the local one, AWS's queue and speed are not played"
)
SOUND, VIDEO = RecordingKind.AUDIO, RecordingKind.VIDEO
Samples = Mapping[tuple[RecordingKind, int], int]
# How often, of each kind and minutes of talk. RECORDING_MINUTES=20 waits for one more of each kind, which is long.
PLAYED: Samples = {(SOUND, 1): 8, (SOUND, 5): 4, (SOUND, 20): 2, (VIDEO, 1): 3, (VIDEO, 5): 1}
TRANSCODED: Samples = {(SOUND, 1): 8, (SOUND, 5): 4, (VIDEO, 1): 3}
# Talks that are really held, and take as long. HELD_MINUTES=20 holds one more of sound.
HELD: Samples = {(SOUND, 1): 4, (VIDEO, 1): 2}
# As the aims have it: a share of the talk's length, and a constant.
SHARE_OF_LENGTH = {SOUND: 0.15, VIDEO: 1.0}
AT_MOST_MS = 10_000
PARTS = ("recorder", "transcode", "playable", "hung_up", "player")


def bench_recording(platform: Platform) -> dict[str, object]:
    """RECORDING_PARTS names those that are wanted, with commas between; all, when it is not set."""
    wanted = os.environ.get("RECORDING_PARTS", ",".join(PARTS)).split(",")
    rows: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        file = cache(partial(_file, Path(folder)))
        for name, row in _rows(platform, file, wanted):
            print(f"{name:24} {row}", flush=True)
            rows[name] = row
    return {"simulated": SIMULATED, **rows}


def _rows(
    platform: Platform, file: Callable[[RecordingKind, int], TalkFile], wanted: Sequence[str]
) -> Iterator[tuple[str, object]]:
    if "recorder" in wanted:
        yield "recorder", measure_recorder(platform).as_json()
    if "transcode" in wanted:
        for (kind, minutes), samples in TRANSCODED.items():
            made = measure_transcode(platform, file(kind, minutes), samples=samples)
            yield f"transcode_{kind}_{minutes}_min", made.as_json()
    if "playable" in wanted:
        measure_playable(platform, file(SOUND, 1), samples=1)  # its functions may be cold
        for (kind, minutes), samples in played().items():
            yield f"playable_{kind}_{minutes}_min", _playable(platform, file(kind, minutes), samples)
    if "hung_up" in wanted:
        for (kind, minutes), samples in held().items():
            figures = measure_hung_up(platform, kind, minutes, samples=samples)
            yield f"hung_up_{kind}_{minutes}_min", {**figures.as_json(), "aim_ms": _aim_ms(kind, 60.0 * minutes)}
    if "player" in wanted:
        for name, figures in measure_player(platform).items():
            yield name, figures.as_json()


def played() -> Samples:
    more = os.environ.get("RECORDING_MINUTES")
    return {**{(kind, int(more)): 1 for kind in (SOUND, VIDEO)}, **PLAYED} if more else PLAYED


def held() -> Samples:
    more = os.environ.get("HELD_MINUTES")
    return {**HELD, (SOUND, int(more)): 1} if more else HELD


def _file(folder: Path, kind: RecordingKind, minutes: int) -> TalkFile:
    return make_talk_file(folder, kind, minutes=minutes)


def _playable(platform: Platform, file: TalkFile, samples: int) -> dict[str, float]:
    figures = Figures.of(measure_playable(platform, file, samples=samples))
    return {**figures.as_json(), "aim_ms": _aim_ms(file.kind, file.seconds)}


def _aim_ms(kind: RecordingKind, seconds: float) -> float:
    return SHARE_OF_LENGTH[kind] * seconds * 1000 + AT_MOST_MS
