"""What ffprobe reads off a job's input, and why an input cannot be used: zero bytes, text, a missing track."""

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from local.mediaconvert.outcomes import FILE_ACCESS, MISSING_VIDEO, SETTINGS, JobFailed, unreadable
from local.mediaconvert.plan import Output, Plan, Sound

PROBE_WITHIN_S = 60
# ffprobe says it of every MP4 without its table of contents, and of what is no MP4 but named so.
NO_TABLE = "moov atom not found"
FIRST_BOX = b"ftyp"
CODEC_HELP = (
    "https://docs.aws.amazon.com/mediaconvert/latest/ug/reference-codecs-containers-input.html"
    "#reference-codecs-containers-input-video."
)


@dataclass(frozen=True, kw_only=True)
class Source:
    """`channels` of each sound track. `duration_s` is the longest of the tracks that are used, in seconds."""

    channels: tuple[int, ...]
    duration_s: float
    width: int = 0
    height: int = 0
    frame_rate: str = ""


def read_source(path: Path, plan: Plan) -> Source:
    """Raises JobFailed for what AWS could not use either."""
    streams = _streams(path, plan.source_uri)
    sounds = [each for each in streams if each["codec_type"] == "audio"]
    picture = next((each for each in streams if each["codec_type"] == "video"), None)
    if picture is None and any(output.picture for output in plan.outputs):
        words = f"Your input file [{plan.source_uri}] doesn't have video that the transcoder can consume."
        advice = "Check your input video codec against this list of supported input video codec and container"
        raise JobFailed(MISSING_VIDEO, f"{words} {advice} combinations: {CODEC_HELP}")
    used = [picture] if picture and any(output.picture for output in plan.outputs) else []
    for output in plan.outputs:
        if output.sound:
            _check_track(output.sound, sounds)
            used.append(sounds[output.sound.track])
        _check_size(output, plan)
    return Source(
        channels=tuple(each["channels"] for each in sounds),
        duration_s=max(float(each["duration"]) for each in used),
        width=picture["width"] if picture else 0,
        height=picture["height"] if picture else 0,
        frame_rate=picture["avg_frame_rate"] if picture else "",
    )


# Foreign: what ffprobe prints.
def _streams(path: Path, uri: str) -> list[Mapping[str, Any]]:
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PROBE_WITHIN_S, check=False)
    except subprocess.TimeoutExpired as error:
        raise unreadable(uri, "No parser found for container") from error
    read = json.loads(done.stdout or "{}")
    # Some containers know the length of the whole alone.
    length = {"duration": read.get("format", {}).get("duration", 0)}
    streams: list[Mapping[str, Any]] = [{**length, **stream} for stream in read.get("streams", [])]
    if done.returncode or not streams:
        is_film = NO_TABLE in done.stderr and FIRST_BOX in _beginning(path)
        raise unreadable(
            uri, "no moov box found in file" if is_film else "No parser found for container", code=FILE_ACCESS
        )
    return streams


def _beginning(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(12)


def _check_track(sound: Sound, tracks: list[Mapping[str, Any]]) -> None:
    if sound.track >= len(tracks):
        number = sound.track + 1
        words = "Invalid audio track specified for audio_selector [1]."
        raise JobFailed(SETTINGS, f"{words} Audio track [{number}] not found in input container.")
    channels = tracks[sound.track]["channels"]
    if sound.mix_db and len(sound.mix_db[0]) > channels:
        words = f"Remix settings use [{len(sound.mix_db[0])}] input channels, but the audio has [{channels}]."
        raise JobFailed(SETTINGS, words)


def _check_size(output: Output, plan: Plan) -> None:
    picture = output.picture
    if picture and ((picture.width or 0) % 2 or (picture.height or 0) % 2):
        number = [each.path for each in plan.outputs if each.picture].index(output.path) + 1
        size = f"[{picture.width} x {picture.height}]"
        words = f"Invalid resolution {size}, only even values are supported. video_description [{number}]."
        raise JobFailed(SETTINGS, words)
