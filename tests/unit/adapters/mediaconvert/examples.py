"""Recordings as the tests need them."""

from echosphere.adapters.mediaconvert.transcode_job import SourceFacts, TranscodeJob

TALK = SourceFacts(dual_channel=True, duration_s=63.4)


def video(width: int, height: int) -> SourceFacts:
    return SourceFacts(
        dual_channel=True, duration_s=63.4, has_video=True, width=width, height=height, frames_per_second=15
    )


def job(facts: SourceFacts = TALK) -> TranscodeJob:
    return TranscodeJob(
        source_uri="s3://raw/raw/s-1/001.mp4",
        destination_uri="s3://media/media/s-1/001/hls/",
        facts=facts,
        token="f" * 64,
        metadata={"session_id": "s-1", "attempt": "1"},
        tags={"product": "echosphere"},
    )
