"""A talk as the recorder leaves it: two sides that take turns, AAC in an MP4 of fragments of a second."""

import shutil
import subprocess
from pathlib import Path

TURN_S = 3
AGENT, PERSON = f"lt(mod(t,{2 * TURN_S}),{TURN_S})", f"gte(mod(t,{2 * TURN_S}),{TURN_S})"


def make_talk_file(path: Path, *, seconds: float) -> Path:
    """Noise in the place of voices: it is as hard to encode."""
    sides = [_side(seed, speaks) for seed, speaks in ((1, AGENT), (2, PERSON))]
    inputs = [word for side in sides for word in ("-f", "lavfi", "-t", str(seconds), "-i", side)]
    return ffmpeg(
        *inputs,
        *("-filter_complex", "[0][1]amerge=inputs=2[a]", "-map", "[a]", "-c:a", "aac", "-b:a", "128k"),
        *("-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-frag_duration", "1000000", str(path)),
        made=path,
    )


def ffmpeg(*arguments: str, made: Path) -> Path:
    command = [shutil.which("ffmpeg") or "ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-y", *arguments]
    subprocess.run(command, check=True)  # noqa: S603  # the system's own
    return made


def _side(seed: int, speaks: str) -> str:
    return f"anoisesrc=color=pink:amplitude=0.4:sample_rate=48000:seed={seed},volume='{speaks}':eval=frame"
