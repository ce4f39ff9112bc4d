"""One job of the local MediaConvert against one command, tuned by hand, that makes the same files.

They take turns. The job fetches its source from S3 and stores what it makes there, segment by segment; the command
reads and writes files.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path
from time import perf_counter, sleep
from uuid import uuid4

from echosphere.adapters.mediaconvert.news import TranscodeStatus
from echosphere.adapters.mediaconvert.transcode_job import SourceFacts, TranscodeJob
from echosphere.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from local.mediaconvert.ffmpeg_command import gently
from tests.platform import Platform

LOOK_EVERY_S = 0.02
RENDITIONS = {"128k": "[x]", "96k": "[y]", "64k": "[z]"}
MIX = "[0:a]pan=mono|c0=0.501187*c0+0.501187*c1,asplit=3[x][y][z]"
# As the jobs are run, so that neither goes before the other.
GENTLY = (*gently(),)
# In the one folder that jobs may read, named so that the pipeline leaves it alone.
KEY = "raw/bench.mp4"


def measure_transcode(
    platform: Platform, file: Path, *, seconds: float, samples: int
) -> tuple[list[float], list[float]]:
    """Milliseconds of the jobs, and of the commands."""
    s3, bucket = platform.cloud().client("s3"), platform.outputs.get("media", "RawBucketName")
    s3.put_object(Bucket=bucket, Key=KEY, Body=file.read_bytes())
    jobs, commands = [], []
    for _ in range(samples):
        jobs.append(_job(platform, seconds))
        commands.append(_command(file))
    return jobs, commands


def _job(platform: Platform, seconds: float) -> float:
    raw, media = (platform.outputs.get("media", f"{name}BucketName") for name in ("Raw", "Media"))
    transcoder = MediaConvertTranscoder(client=platform.cloud().client("mediaconvert"), role_arn=_role(platform))
    name = f"bench-{uuid4().hex[:12]}"
    began = perf_counter()
    job_id = transcoder.submit(
        TranscodeJob(
            source_uri=f"s3://{raw}/{KEY}",
            destination_uri=f"s3://{media}/media/{name}/hls/",
            facts=SourceFacts(dual_channel=True, duration_s=seconds),
            token=name,
            metadata={},
        )
    )
    while (news := transcoder.read(job_id)).status is not TranscodeStatus.COMPLETE:
        if news.error_words:
            raise RuntimeError(news.error_words)
        sleep(LOOK_EVERY_S)
    return (perf_counter() - began) * 1000


def _role(platform: Platform) -> str:
    for function in platform.cloud().client("lambda").list_functions()["Functions"]:
        if role := function.get("Environment", {}).get("Variables", {}).get("MEDIACONVERT_ROLE_ARN"):
            return str(role)
    raise LookupError


def _command(file: Path) -> float:
    with tempfile.TemporaryDirectory() as folder:
        began = perf_counter()
        subprocess.run([*GENTLY, *_arguments(file, Path(folder))], check=True)  # noqa: S603  # the system's own
        return (perf_counter() - began) * 1000


def _arguments(file: Path, folder: Path) -> list[str]:
    arguments = [shutil.which("ffmpeg") or "ffmpeg", "-hide_banner", "-nostdin", "-loglevel", "error", "-y"]
    arguments += ["-i", str(file), "-filter_complex", MIX]
    for rate, label in RENDITIONS.items():
        arguments += ["-map", label, "-c:a", "aac", "-b:a", rate, "-f", "hls", "-hls_time", "6"]
        arguments += ["-hls_playlist_type", "vod", str(folder / f"audio_{rate}.m3u8")]
    arguments += ["-map", "0:a", "-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", str(folder / "dual.m4a")]
    return arguments
