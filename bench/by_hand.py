"""What somebody who knows ffmpeg would type to make a talk's renditions: one command, everything decoded once."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bench.talk_file import FRAMES_PER_SECOND, TalkFile
from local.mediaconvert.ffmpeg_command import ways

RENDITIONS = {"128k": "[x]", "96k": "[y]", "64k": "[z]"}
MIX = "[0:a]pan=mono|c0=0.501187*c0+0.501187*c1,asplit=3[x][y][z]"
# The source has 720 lines already.
SCALED = "[0:v]split=2[h][l];[l]scale=852:480[s]"
PICTURES = {"720p": ("[h]", "2500k", "5000k"), "480p": ("[s]", "1000k", "2000k")}
EVERY_TWO_SECONDS = str(2 * FRAMES_PER_SECOND)


def measure_by_hand(file: TalkFile) -> float:
    """Milliseconds. As idle as the jobs are, so that neither goes before the other."""
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        subprocess.run([*ways()[0], *command(file, Path(folder))], check=True)  # noqa: S603  # the system's own
        return (perf_counter() - began) * 1000


def command(file: TalkFile, folder: Path) -> list[str]:
    arguments = [shutil.which("ffmpeg") or "ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    graph = f"{MIX};{SCALED}" if file.facts.has_video else MIX
    arguments += ["-i", str(file.path), "-filter_complex", graph]
    for rate, label in RENDITIONS.items():
        arguments += ["-map", label, "-c:a", "aac", "-b:a", rate, *_hls(folder / f"audio_{rate}.m3u8")]
    return [*arguments, *(_pictures(folder) if file.facts.has_video else _both_sides(folder))]


def _pictures(folder: Path) -> Iterator[str]:
    for name, (label, most, buffered) in PICTURES.items():
        yield from ("-map", label, "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high")
        yield from ("-crf", "23", "-maxrate", most, "-bufsize", buffered)
        yield from ("-g", EVERY_TWO_SECONDS, "-keyint_min", EVERY_TWO_SECONDS, "-sc_threshold", "0")
        yield from _hls(folder / f"{name}.m3u8")


def _both_sides(folder: Path) -> Iterator[str]:
    yield from ("-map", "0:a", "-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", str(folder / "dual.m4a"))


def _hls(playlist: Path) -> Iterator[str]:
    yield from ("-f", "hls", "-hls_time", "6", "-hls_playlist_type", "vod", str(playlist))
