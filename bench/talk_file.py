"""A talk as the recorder leaves it: two sides that take turns, AAC in an MP4 of fragments of a second."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from echosphere.adapters.mediaconvert.transcode_job import SourceFacts
from echosphere.domain.recording import RecordingKind

TURN_S = 3
AGENT, PERSON = f"lt(mod(t,{2 * TURN_S}),{TURN_S})", f"gte(mod(t,{2 * TURN_S}),{TURN_S})"
WIDTH, HEIGHT, FRAMES_PER_SECOND = 1280, 720, 15
# As `local/egress` encodes.
PICTURE = (
    *("-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency", "-profile:v", "high", "-pix_fmt", "yuv420p"),
    *("-crf", "23", "-maxrate", "3000k", "-bufsize", "6000k", "-g", str(2 * FRAMES_PER_SECOND)),
)


@dataclass(frozen=True)
class TalkFile:
    path: Path
    kind: RecordingKind
    minutes: int

    @property
    def seconds(self) -> float:
        return 60.0 * self.minutes

    @property
    def facts(self) -> SourceFacts:
        if self.kind is RecordingKind.AUDIO:
            return SourceFacts(dual_channel=True, duration_s=self.seconds)
        return SourceFacts(
            dual_channel=True,
            duration_s=self.seconds,
            has_video=True,
            width=WIDTH,
            height=HEIGHT,
            frames_per_second=FRAMES_PER_SECOND,
        )


def make_talk_file(folder: Path, kind: RecordingKind, *, minutes: int) -> TalkFile:
    """Noise in the place of voices and a test card in that of faces: they are as hard to encode, or harder."""
    made = TalkFile(folder / f"{kind}_{minutes}.mp4", kind, minutes)
    sides = [_side(seed, speaks) for seed, speaks in ((1, AGENT), (2, PERSON))]
    inputs = [word for side in [*sides, *_card(kind)] for word in ("-f", "lavfi", "-t", str(made.seconds), "-i", side)]
    pictures = ("-map", "2:v", *PICTURE) if kind is RecordingKind.VIDEO else ()
    ffmpeg(
        *inputs,
        *("-filter_complex", "[0][1]amerge=inputs=2[a]", "-map", "[a]", "-c:a", "aac", "-b:a", "128k", *pictures),
        *("-movflags", "+frag_keyframe+empty_moov+default_base_moof", "-frag_duration", "1000000", str(made.path)),
        made=made.path,
    )
    return made


def ffmpeg(*arguments: str, made: Path) -> Path:
    command = [shutil.which("ffmpeg") or "ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-y", *arguments]
    subprocess.run(command, check=True)  # noqa: S603  # the system's own
    return made


def _side(seed: int, speaks: str) -> str:
    return f"anoisesrc=color=pink:amplitude=0.4:sample_rate=48000:seed={seed},volume='{speaks}':eval=frame"


def _card(kind: RecordingKind) -> list[str]:
    return [f"testsrc2=size={WIDTH}x{HEIGHT}:rate={FRAMES_PER_SECOND}"] if kind is RecordingKind.VIDEO else []
