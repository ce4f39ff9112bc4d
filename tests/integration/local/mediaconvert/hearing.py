"""What the made files hold, read by ffprobe and ffmpeg."""

import array
import json
import math
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SAMPLE_RATE_HZ = 48_000


def probed(path: Path) -> dict[str, Any]:
    command = [shutil.which("ffprobe") or "ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json"]
    found: dict[str, Any] = json.loads(subprocess.check_output([*command, str(path)]))
    return found


def save(files: Mapping[str, bytes], folder: Path) -> Path:
    for key, content in files.items():
        path = folder / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def channels(path: Path) -> list["array.array[float]"]:
    """Samples of each channel, float32 in [-1, 1] at 48 kHz."""
    count = probed(path)["streams"][0]["channels"]
    command = [shutil.which("ffmpeg") or "ffmpeg", "-v", "error", "-i", str(path), "-f", "f32le", "-"]
    samples = array.array("f", subprocess.check_output(command))
    return [samples[index::count] for index in range(count)]


def level(samples: "array.array[float]", hertz: float) -> float:
    """Amplitude of one tone in the middle second."""
    begin = len(samples) // 2
    window = samples[begin : begin + SAMPLE_RATE_HZ]
    steps = [2 * math.pi * hertz * index / SAMPLE_RATE_HZ for index in range(len(window))]
    real = sum(each * math.cos(step) for each, step in zip(window, steps, strict=True))
    imaginary = sum(each * math.sin(step) for each, step in zip(window, steps, strict=True))
    return 2 * math.hypot(real, imaginary) / len(window)
