"""One job of the local MediaConvert against one command, tuned by hand, that makes the same files.

They take turns. The job fetches its source from S3 and stores what it makes there, segment by segment; the command
reads and writes files.
"""

from dataclasses import dataclass
from statistics import median
from time import perf_counter, sleep
from uuid import uuid4

from bench.by_hand import measure_by_hand
from bench.figures import Figures
from bench.talk_file import TalkFile
from echosphere.adapters.mediaconvert.news import TranscodeStatus
from echosphere.adapters.mediaconvert.transcode_job import TranscodeJob
from echosphere.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from tests.platform import Platform

LOOK_EVERY_S = 0.02
# In the one folder that jobs may read, named so that the pipeline leaves it alone.
KEY = "raw/bench.mp4"


@dataclass(frozen=True)
class Transcodes:
    """Milliseconds. The ratio is that of the medians."""

    jobs: list[float]
    by_hand: list[float]

    def as_json(self) -> dict[str, object]:
        ratio = round(median(self.jobs) / median(self.by_hand), 2)
        job, by_hand = Figures.of(self.jobs), Figures.of(self.by_hand)
        return {"job": job.as_json(), "by_hand": by_hand.as_json(), "ratio": ratio}


def measure_transcode(platform: Platform, file: TalkFile, *, samples: int) -> Transcodes:
    s3, bucket = platform.cloud().client("s3"), platform.outputs.get("media", "RawBucketName")
    s3.put_object(Bucket=bucket, Key=KEY, Body=file.path.read_bytes())
    made = Transcodes([], [])
    for _ in range(samples):
        made.jobs.append(_job(platform, file))
        made.by_hand.append(measure_by_hand(file))
    return made


def _job(platform: Platform, file: TalkFile) -> float:
    raw, media = (platform.outputs.get("media", f"{name}BucketName") for name in ("Raw", "Media"))
    transcoder = MediaConvertTranscoder(client=platform.cloud().client("mediaconvert"), role_arn=_role(platform))
    name = f"bench-{uuid4().hex[:12]}"
    job = TranscodeJob(
        source_uri=f"s3://{raw}/{KEY}",
        destination_uri=f"s3://{media}/media/{name}/hls/",
        facts=file.facts,
        token=name,
        metadata={},
    )
    began = perf_counter()
    job_id = transcoder.submit(job)
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
